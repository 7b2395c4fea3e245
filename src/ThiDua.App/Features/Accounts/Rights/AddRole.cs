using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.Rights;

/// <param name="Unit">Public id of the unit at which it is held.</param>
/// <param name="To">The last day; null for good.</param>
public sealed record AddRoleInput(string? Unit = null, string? Role = null, DateOnly? From = null, DateOnly? To = null);

public sealed class AddRoleValidator : AbstractValidator<AddRoleInput>
{
    public AddRoleValidator(RoleBook book, IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Role).Must(r => r is not null && book.All.Contains(r)).WithMessage(_ => text["RoleUnknown"]);
        RuleFor(i => i.From).NotNull().WithMessage(_ => shared["Required"]).Must(RoleDays.IsUsual).WithMessage(_ => text["DayUnusual"]);
        RuleFor(i => i.To)
            .Must((i, to) => to is null || to >= i.From)
            .WithMessage(_ => text["ToBeforeFrom"])
            .Must(RoleDays.IsUsual)
            .WithMessage(_ => text["DayUnusual"]);
    }
}

/// <summary>Gives a person a role at a unit, from a day.</summary>
public sealed class AddRole(AppDb db, Viewer viewer, TimeProvider clock, PersonAccess people, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(string publicId, AddRoleInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                if (await people.Find(publicId, cancellationToken) is not { } person || input.Unit is null)
                    return Outcome.NotFound;
                if (
                    await UnitQueries.Find(db, input.Unit, clock.Today(), cancellationToken) is not { } unit
                    || !viewer.Can(Permission.ManageAccounts, unit.Path)
                )
                    return Outcome.NotFound;
                var (from, to) = (input.From!.Value, input.To);
                if (
                    person.Account.Grants.Exists(g =>
                        g.UnitId == unit.Id && g.Role == input.Role && !(to < g.From) && !(g.To < from) && !(g.To < g.From)
                    )
                )
                    return Outcome.Refused(nameof(input.Role), text["RoleHeld"]);
                person.Account.Grants.Add(
                    new Grant
                    {
                        UnitId = unit.Id,
                        Role = input.Role!,
                        From = from,
                        To = to,
                    }
                );
                viewer.Record(
                    "account.role-add",
                    "account",
                    publicId,
                    unit.Id,
                    detail: ActDetail.Of(("role", input.Role), ("from", from), ("to", to))
                );
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok
        );
}
