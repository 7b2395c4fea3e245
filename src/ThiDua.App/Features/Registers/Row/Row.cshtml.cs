using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Trash;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Maps;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.Row;

/// <param name="Indicator">What the row counts into.</param>
/// <param name="Counts">Key of the text that says whether it does, for this period.</param>
public sealed record CountedInto(PackIndicator Indicator, Period Period, string Counts, DateOnly? From);

/// <summary>One row: what it says, what it counts, what was done with it and what can be.</summary>
[Needs<Case>(Permission.ViewRegister, "id")]
[RequestSizeLimit(AttachFiles.MostRequest), RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
[OnDevice]
public sealed class RowModel(
    AppDb db,
    RegisterQueries registers,
    MoveCase move,
    CaseViews views,
    FormNameSources names,
    Attachments attachments,
    MapGround ground,
    Viewer viewer,
    RowFamily family,
    RegisterReads reads,
    TimeProvider clock
) : CasePage(db, move)
{
    public RegisterRow Row { get; private set; } = null!;
    public RegisterDefinition Register { get; private set; } = null!;
    public FormView Values { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public bool MayEdit { get; private set; }

    /// <summary>The day by which what is not done is awaited.</summary>
    public DateOnly? Due => Register.Due is null || View.State.Final ? null : Row.Case.Due;
    public bool MayAdd => MayEdit && registers.MayBegin(Register);
    public int LateDays => Due is { } due ? clock.Today().DayNumber - due.DayNumber : 0;

    /// <summary>Where it lies; null for a row that does not say.</summary>
    public MapDrawing? Map { get; private set; }
    public IReadOnlyList<CountedInto> Counted { get; private set; } = [];

    /// <summary>Of a cancelled row: the last day on which it can be brought back.</summary>
    public DateOnly? WaitsUntil { get; private set; }

    /// <summary>It waited long enough: it cannot be brought back.</summary>
    public bool IsOver => WaitsUntil < clock.Today();
    public bool MayCopy { get; private set; }

    /// <summary>The row that it belongs to.</summary>
    public ParentRow? Parent { get; private set; }

    /// <summary>What belongs to it, by register.</summary>
    public IReadOnlyList<ChildRows> Children { get; private set; } = [];

    /// <summary>Rows that name it and do not belong to it.</summary>
    public IReadOnlyList<NamingRow> Naming { get; private set; } = [];

    public Task<IActionResult> OnPost(string act, string? reason, int version, CancellationToken cancellationToken) =>
        Move(act, reason, version, null, cancellationToken);

    protected override Task<string> Next(CancellationToken cancellationToken) => Task.FromResult($"/registers/rows/{Id}");

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        if (await registers.Row(Id, cancellationToken) is not { } row)
            return false;
        var (pack, register) = registers.Of(row);
        (Row, Register) = (row, register);
        View = await views.Of(row.Case, [RowCase.Edit], cancellationToken);
        var path = await UnitQueries.Path(Db, row.UnitId, clock.Today(), cancellationToken);
        Unit = (await UnitQueries.Find(Db, row.UnitId, clock.Today(), cancellationToken))?.Name ?? "";
        WaitsUntil = row.Case.State == RowCase.Cancelled ? RowTrash.Last(row.Case.MovedAt) : null;
        if (register.IsGone || IsOver)
            View = View with { Acts = [] };
        MayCopy = !register.IsGone && !row.IsDropped && (await registers.WritableKinds(cancellationToken)).Any(register.KeptBy.Contains);
        MayEdit =
            !register.IsGone && viewer.Can(Permission.FillRegister, path) && View.Flow.Act(RowCase.Edit)!.From.Contains(row.Case.State);
        Values = new(register.Form, row.Data, await names.Of(register.Form, row.UnitId, cancellationToken, row.Data))
        {
            Comments = row.Explained.ToDictionary(c => c.Key, c => (string?)c.Value),
            May = p => viewer.Can(p, path),
        };
        Map = await Drawn(row, cancellationToken);
        if (!row.IsDropped)
            View = View with { Changes = await Changes(row.Id, cancellationToken) };
        Files = await attachments.Of(CaseFiles.Code, Id, cancellationToken);
        Counted = await Into(pack, register, row, cancellationToken);
        Parent = await family.Parent(row, register, cancellationToken);
        (Children, Naming) = await family.Of(row, register, cancellationToken);
        await reads.Note(register, row.UnitId, cancellationToken);
        if (register.Purpose is not null)
            OnDeviceAttribute.Forbid(HttpContext);
        return true;
    }

    private async Task<MapDrawing?> Drawn(RegisterRow row, CancellationToken cancellationToken)
    {
        var shapes = Register
            .Form.Parts.SelectMany(Values.Of)
            .Select(f => (Field: f, Shape: RegisterMaps.Shape(f, Values.Value(f))))
            .Where(s => s.Shape is not null)
            .Select(s => new MapShape(s.Shape!, row.Case.Title, s.Field.Code, s.Field.Label.Here(), Unit, ""))
            .ToList();
        return shapes.Count == 0
            ? null
            : MapDrawing.Of(row.Case.Title, null, await ground.Around(row.UnitId, cancellationToken), shapes, _ => "");
    }

    /// <summary>Each writing beside the one before; what the reader may not see is not said.</summary>
    private async Task<ILookup<long, string>> Changes(int row, CancellationToken cancellationToken)
    {
        var versions = await Db.Set<RowVersion>()
            .AsNoTracking()
            .Where(v => v.RowId == row)
            .OrderBy(v => v.Id)
            .Select(v => new { v.RecordId, v.Content })
            .ToListAsync(cancellationToken);
        var contents = versions.ConvertAll(v => (v.RecordId, Data: RegisterRow.Parse(v.Content)));
        return contents
            .Zip(contents.Skip(1))
            .SelectMany(pair =>
                from part in Register.Form.Parts
                from field in Values.Of(part)
                let before = Said(field, pair.First.Data)
                let after = Said(field, pair.Second.Data)
                where before != after
                select (pair.Second.RecordId, Words: $"{field.Label.Here()}: {before} → {after}")
            )
            .ToLookup(c => c.RecordId, c => c.Words);
    }

    private string Said(FormField field, IReadOnlyDictionary<string, string> data) =>
        data.GetValueOrDefault(field.Code) is { } value ? FieldKinds.Of(field).Show(field, value, Values.Names) : "–";

    private async Task<IReadOnlyList<CountedInto>> Into(
        Pack pack,
        RegisterDefinition register,
        RegisterRow row,
        CancellationToken cancellationToken
    )
    {
        var locked = await ReportingQueries.Locked(Db, [row.UnitId], cancellationToken);
        var waiting = await Db
            .PendingValues.AsNoTracking()
            .Where(p => p.UnitId == row.UnitId && p.EndedById == null)
            .Join(Db.Indicators, p => p.IndicatorId, i => i.Id, (p, i) => new { i.Code, p.PeriodId })
            .ToListAsync(cancellationToken);
        bool Told(string? date) => date is null || row.Data.ContainsKey(date);
        string Counts(RegisterFeed feed, Period period) =>
            !View.State.Counts ? "CountsCancelled"
            : !feed.Takes(row.Data) || !Told(feed.On) || !Told(feed.Since) ? "CountsOther"
            : !feed.Counts(period) ? "CountsBefore"
            : locked.Contains((row.UnitId, period.Id)) && waiting.Any(w => w.Code == feed.Indicator && w.PeriodId == period.Id)
                ? "CountsWaits"
            : "CountsNow";
        return
        [
            .. from feed in register.Feeds
            let indicator = pack.Indicator(feed.Indicator)!
            let period = RegisterRules.PeriodOf(indicator, CountedOn(register, feed, row))
            select new CountedInto(indicator, period, Counts(feed, period), feed.From),
        ];
    }

    /// <summary>What stands counts from period to period until it ends: the one that runs is meant.</summary>
    private DateOnly CountedOn(RegisterDefinition register, RegisterFeed feed, RegisterRow row)
    {
        DateOnly? Day(string? field) => field is null ? null : DateKind.Day(row.Data.GetValueOrDefault(field));
        if (!feed.Holds)
            return Day(feed.On) ?? row.Date;
        var today = clock.Today();
        var last = Day(register.Until) is { } end && end <= today ? end.AddDays(-1) : today;
        return last < row.Date ? row.Date : last;
    }
}
