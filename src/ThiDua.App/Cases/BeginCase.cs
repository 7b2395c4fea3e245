using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Cases;

/// <param name="Title">In Vietnamese, as it is found by.</param>
/// <param name="Act">What is recorded; left out: <c>begin</c>.</param>
/// <param name="Detail">Of the act, as JSON.</param>
/// <param name="Record">The act of the record that explains it, where one explains many; left out: one of its own.</param>
/// <param name="Flow">Code of its flow; left out: the kind's.</param>
public sealed record NewCase(
    string Kind,
    Pack Pack,
    string Title,
    int UnitId,
    CaseDue Due,
    string SortKey = "",
    string Act = "begin",
    string? Detail = null,
    string? Flow = null,
    Audit.Act? Record = null
);

/// <summary>Brings cases into being; the kind's own entity is hung on by whoever asks.</summary>
public sealed class BeginCase(AppDb db, Viewer viewer)
{
    /// <summary>A case in the first state of its flow, with its act; saved by the caller together with the kind's own entity.</summary>
    public Case Handle(NewCase given)
    {
        var begun = Make(given);
        db.Cases.Add(begun);
        return begun;
    }

    /// <summary>The same, tracked by nobody: see <see cref="BeginMany"/>.</summary>
    internal Case Make(NewCase given)
    {
        var begun = new Case
        {
            Kind = given.Kind,
            Flow = given.Flow ?? given.Kind,
            Pack = given.Pack.Code,
            UnitId = given.UnitId,
            SortKey = given.SortKey,
        };
        begun.Name(given.Title);
        var record =
            given.Record ?? viewer.Record($"{given.Kind}.{given.Act}", given.Kind, begun.PublicId, given.UnitId, detail: given.Detail);
        begun.Enter(given.Act, given.Pack.Flow(begun.Flow)!.Initial, given.Due, record);
        return begun;
    }
}
