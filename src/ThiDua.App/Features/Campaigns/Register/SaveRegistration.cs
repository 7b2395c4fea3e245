using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns.Register;

/// <param name="Registration">Public id of its case.</param>
public sealed record SaveRegistrationInput(string Registration, int Version, RegistrationWords Words);

/// <summary>Keeps what a unit wrote into its registration; it is filed by an act of the flow.</summary>
public sealed class SaveRegistration(AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(SaveRegistrationInput input, CancellationToken cancellationToken)
    {
        var found = await db
            .Registrations.Include(r => r.Case)
            .FirstOrDefaultAsync(r => r.Case.PublicId == input.Registration, cancellationToken);
        if (found is null)
            return Outcome.NotFound;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        if (!viewer.Can(Permission.FillReport, path))
            return Outcome.NotFound;
        var state = packs[found.Case.Pack].Flow(found.Case.Flow)!.State(found.Case.State)!;
        if (!state.Editable || found.Case.Shelved || found.Case.Version != input.Version)
            return new() { Conflict = true, Errors = [new("", text["RegistrationChanged"])] };
        if (input.Words.IsTooLong)
            return Outcome.Refused("targets", text["RegistrationLong", Registration.Longest]);
        (found.Targets, found.Plan) = (RegistrationWords.Clean(input.Words.Targets), RegistrationWords.Clean(input.Words.Plan));
        viewer.Record("registration.edit", RegistrationCase.Kind, input.Registration, found.UnitId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
