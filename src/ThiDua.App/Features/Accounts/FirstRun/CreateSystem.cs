using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
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
    public CreateSystemValidator(FirstRunCode code, PackShelf packs, IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Code).Must(code.Matches).WithMessage(_ => text["CodeWrong"]);
        RuleFor(i => i.UnitName)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(AccountLimits.UnitName)
            .WithMessage(_ => text["NameTooLong"]);
        RuleFor(i => i.UnitCode).MaximumLength(AccountLimits.UnitCode).WithMessage(_ => text["NameTooLong"]);
        RuleFor(i => i.UnitKind).Must(k => packs.UnitKinds.Any(u => u.Territorial && u.Code == k)).WithMessage(_ => shared["Required"]);
        RuleFor(i => i.FullName)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(AccountLimits.Name)
            .WithMessage(_ => text["NameTooLong"]);
        RuleFor(i => i.UserName).Must(UserNames.IsOne).WithMessage(_ => text["UserNameBad"]);
        RuleFor(i => i.Password)
            .Custom(
                (typed, context) =>
                {
                    var (userName, fullName) = (context.InstanceToValidate.UserName ?? "", context.InstanceToValidate.FullName ?? "");
                    if (text.Fault(PasswordRules.Fault(typed, userName, fullName)) is { } fault)
                        context.AddFailure(fault);
                }
            );
    }
}

/// <summary>Creates the top unit and the first administrator, in one transaction, once.</summary>
public sealed class CreateSystem(AppDb db, CreateUnit units, CreateAccount accounts, SystemState state)
{
    private const string Made = "set-up";

    /// <returns>Missing when the system is set up already: of several presses at once one wins.</returns>
    public async Task<Outcome> Handle(CreateSystemInput input, CancellationToken cancellationToken) =>
        await state.IsSetUp()
            ? Outcome.NotFound
            : await db.Apply(() => Create(input, cancellationToken), cancellationToken, outcome => outcome.Ok);

    private async Task<Outcome> Create(CreateSystemInput input, CancellationToken cancellationToken)
    {
        // The key lets one in: whoever comes at the same moment waits for it here, and then finds the units.
        if (
            await db.Run("INSERT INTO setting (\"Key\", \"Value\") VALUES (@0, 'yes') ON CONFLICT DO NOTHING", cancellationToken, Made) == 0
            || await db.Units.AnyAsync(cancellationToken)
        )
            return Outcome.NotFound;
        var unit = await units.Handle(
            new CreateUnitInput
            {
                Name = input.UnitName!,
                Kind = input.UnitKind!,
                Code = input.UnitCode,
                From = CreateUnit.Always,
            },
            cancellationToken
        );
        if (unit.Value is null)
            return unit;
        string[] roles = input.AlsoOffice ? [Roles.Administrator, Roles.CampaignOffice] : [Roles.Administrator];
        return await accounts.Handle(
            new CreateAccountInput(input.UserName!, input.FullName!, input.Password!, unit.Value.Id, roles),
            cancellationToken
        );
    }
}
