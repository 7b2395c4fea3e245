using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.Rights;

/// <param name="Unit">Public id of the unit at which the role is held from the day on.</param>
public sealed record MoveRoleInput(string? Unit = null, DateOnly? From = null, string? Reason = null);

/// <summary>Moves a person's role to another unit from a day on: it ends at the one the day before.</summary>
public sealed class MoveRole(AppDb db, Viewer viewer, TimeProvider clock, PersonAccess people, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(string publicId, string roleId, MoveRoleInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await people.Hold(cancellationToken);
                var person = await people.Find(publicId, cancellationToken);
                var role = person?.Roles.FirstOrDefault(r => r.Grant.PublicId == roleId);
                if (role is not { Mine: true } || input.Unit is null || role.Grant.EndedBefore(clock.Today()))
                    return Outcome.NotFound;
                if (
                    await UnitQueries.Find(db, input.Unit, clock.Today(), cancellationToken) is not { } unit
                    || !viewer.Can(Permission.ManageAccounts, unit.Path)
                )
                    return Outcome.NotFound;
                if (input.From is not { } from || from < clock.Today() || !RoleDays.IsUsual(from))
                    return Outcome.Refused(nameof(input.From), text["FromTooEarly"]);
                if (role.Grant.To < from)
                    return Outcome.Refused(nameof(input.From), text["RoleEndsBefore", Show.Date(role.Grant.To.Value)]);
                if (unit.Id == role.Grant.UnitId)
                    return Outcome.Refused("", text["SameUnit"]);
                if (AccountLimits.Reasoned(input.Reason) is not { } reason)
                    return Outcome.Refused(nameof(input.Reason), text["ReasonNeeded"]);
                if (await people.LeavesNobody([role.Grant], cancellationToken))
                    return Outcome.Refused("", text["LastAdministrator"]);
                person!.Account.Grants.Add(
                    new Grant
                    {
                        UnitId = unit.Id,
                        Role = role.Grant.Role,
                        From = from,
                        To = role.Grant.To,
                    }
                );
                role.Grant.To = from.AddDays(-1);
                viewer.Record(
                    "account.role-move",
                    "account",
                    publicId,
                    unit.Id,
                    reason,
                    ActDetail.Of(("role", role.Grant.Role), ("from", from))
                );
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok
        );
}
