using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Person;

public sealed record ChangePersonInput(string? FullName = null, string? UserName = null, string? Phone = null);

public sealed class ChangePersonValidator : AbstractValidator<ChangePersonInput>
{
    public ChangePersonValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.FullName)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(AccountLimits.Name)
            .WithMessage(_ => text["NameTooLong"]);
        RuleFor(i => i.UserName).Must(UserNames.IsOne).WithMessage(_ => text["UserNameBad"]);
        RuleFor(i => i.Phone).Must(PhoneNumbers.IsOne).WithMessage(_ => shared["PhoneBad"]);
    }
}

/// <summary>Changes a person's name or user name.</summary>
public sealed class ChangePerson(AppDb db, Viewer viewer, PersonAccess people, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(string publicId, ChangePersonInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await db.Apply(() => Change(publicId, input, cancellationToken), cancellationToken, outcome => outcome.Ok);
        }
        catch (DbUpdateException) when (db is PostgresDb)
        {
            return Taken();
        }
    }

    private async Task<Outcome> Change(string publicId, ChangePersonInput input, CancellationToken cancellationToken)
    {
        if (await people.Find(publicId, cancellationToken) is not { Whole: true } person)
            return Outcome.NotFound;
        var (account, fullName) = (person.Account, NameText.Clean(input.FullName));
        var changed = new List<string>();
        if (account.FullName != fullName)
            changed.Add("full-name");
        if (account.UserName != input.UserName)
            changed.Add("user-name");
        if (account.PhoneNumber != PhoneNumbers.Clean(input.Phone))
            changed.Add("phone");
        if (changed.Count == 0)
            return Outcome.Done;
        var name = input.UserName!.ToUpperInvariant();
        if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == name && a.Id != account.Id, cancellationToken))
            return Taken();
        account.Name(input.UserName!, fullName);
        account.PhoneNumber = PhoneNumbers.Clean(input.Phone);
        viewer.Record("account.change", "account", publicId, person.UnitId, detail: ActDetail.Of(("changed", string.Join(", ", changed))));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private Outcome Taken() => Outcome.Refused(nameof(ChangePersonInput.UserName), text["UserNameTaken"]);
}
