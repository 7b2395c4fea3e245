using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.FirstRun;

public sealed record CreateSystemInput
{
    public string? Code { get; init; }
    public string? UnitName { get; init; }
    public string? UnitCode { get; init; }
    public string? UnitKind { get; init; }
    public string? FullName { get; init; }
    public string? UserName { get; init; }
    public string? Password { get; init; }
    public bool AlsoOffice { get; init; }
}

public sealed class CreateSystemValidator : AbstractValidator<CreateSystemInput>
{
    public CreateSystemValidator(FirstRunCode code, IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Code).Must(code.Matches).WithMessage(_ => text["CodeWrong"]);
        RuleFor(i => i.UnitName).NotEmpty().WithMessage(_ => shared["Required"]);
        RuleFor(i => i.UnitKind).NotEmpty().WithMessage(_ => shared["Required"]);
        RuleFor(i => i.FullName).NotEmpty().WithMessage(_ => shared["Required"]);
        RuleFor(i => i.UserName).Matches("^[a-z0-9._-]{2,40}$").WithMessage(_ => text["UserNameBad"]).NotNull();
        RuleFor(i => i.Password).MinimumLength(10).WithMessage(_ => text["PasswordTooShort"]).NotNull();
    }
}

/// <summary>Creates the top unit and the first administrator, in one transaction, once.</summary>
public sealed class CreateSystem(AppDb db, CreateUnit units, CreateAccount accounts, SystemState state)
{
    public async Task<Outcome> Handle(CreateSystemInput input, CancellationToken stop)
    {
        return await state.IsSetUp() ? Outcome.NotFound : await db.Apply(() => Create(input, stop), stop, outcome => outcome.Ok);
    }

    private async Task<Outcome> Create(CreateSystemInput input, CancellationToken stop)
    {
        // Asked again within the write: of two presses at once one wins.
        if (await db.Units.AnyAsync(stop)) return Outcome.NotFound;
        var unit = await units.Handle(new CreateUnitInput
        {
            Name = input.UnitName!, Kind = input.UnitKind!, Code = input.UnitCode, From = CreateUnit.Always,
        }, stop);
        if (unit.Value is null) return unit;
        string[] roles = input.AlsoOffice ? [Roles.Administrator, Roles.CampaignOffice] : [Roles.Administrator];
        var account = await accounts.Handle(new CreateAccountInput(input.UserName!, input.FullName!, input.Password!, unit.Value.Id, roles), stop);
        if (account.Value is null) return account;
        return Outcome.Done;
    }
}
