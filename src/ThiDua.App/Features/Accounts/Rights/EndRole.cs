using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Rights;

/// <param name="Last">The last day on which the role is held.</param>
public sealed record EndRoleInput(DateOnly? Last = null, string? Reason = null);

/// <summary>Ends a person's role after a day.</summary>
public sealed class EndRole(AppDb db, Viewer viewer, TimeProvider clock, PersonAccess people, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(string publicId, string roleId, EndRoleInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await people.Hold(cancellationToken);
                var role = (await people.Find(publicId, cancellationToken))?.Roles.FirstOrDefault(r => r.Grant.PublicId == roleId);
                if (role is not { Mine: true } || role.Grant.EndedBefore(clock.Today()))
                    return Outcome.NotFound;
                // Yesterday is the end of what was given today as well: it was never held.
                var earliest = clock.Today().AddDays(-1);
                if (input.Last is not { } last || last < earliest)
                    return Outcome.Refused(nameof(input.Last), text["LastTooEarly"]);
                if (!RoleDays.IsUsual(last))
                    return Outcome.Refused(nameof(input.Last), text["DayUnusual"]);
                if (AccountLimits.Reasoned(input.Reason) is not { } reason)
                    return Outcome.Refused(nameof(input.Reason), text["ReasonNeeded"]);
                if (await people.LeavesNobody([role.Grant], cancellationToken))
                    return Outcome.Refused("", text["LastAdministrator"]);
                role.Grant.To = last;
                viewer.Record(
                    "account.role-end",
                    "account",
                    publicId,
                    role.Grant.UnitId,
                    reason,
                    ActDetail.Of(("role", role.Grant.Role), ("last", last))
                );
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok
        );
}
