using System.Globalization;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Estimates.Give;

/// <param name="Typed">By indicator; an empty one takes back what was given.</param>
public sealed record GiveEstimatesInput(string Unit, string Campaign, IReadOnlyDictionary<string, string> Typed);

/// <summary>Writes what changed, each beside the ones before: the latest holds.</summary>
public sealed class GiveEstimates(
    AppDb db,
    EstimateSheets sheets,
    FormReader reader,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(GiveEstimatesInput input, CancellationToken cancellationToken)
    {
        if (await sheets.Find(input.Unit, input.Campaign, cancellationToken) is not { } sheet)
            return Outcome.NotFound;
        if (!viewer.Can(Permission.FillReport, sheet.Seen.Unit.Path))
            return Outcome.NotFound;
        var entry = reader.Read(Form(sheet, text), input.Typed, FormNames.None, _ => true);
        List<FieldError> errors = [.. entry.Errors, .. TooFew(sheet, entry)];
        if (errors.Count > 0)
            return new() { Errors = errors };
        var changed = sheet
            .Lines.Select(l => (Line: l, Value: Scaled(l, entry.Values.GetValueOrDefault(l.Indicator.Code))))
            .Where(c => c.Value != c.Line.Given?.Value)
            .ToList();
        if (changed.Count == 0)
            return Outcome.Done;
        var record = viewer.Record(
            "estimate.give",
            "unit",
            sheet.Seen.Unit.PublicId,
            sheet.Seen.Unit.Id,
            detail: ActDetail.Of(("year", sheet.Year), ("indicators", changed.Select(c => c.Line.Indicator.Code).ToArray()))
        );
        foreach (var (line, value) in changed)
            db.Add(
                new Estimate
                {
                    UnitId = sheet.Seen.Unit.Id,
                    Indicator = line.Indicator.Code,
                    Year = sheet.Year,
                    Value = value,
                    At = clock.GetUtcNow(),
                    AccountId = viewer.AccountId,
                    Record = record,
                }
            );
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>One number for each indicator, with what was done so far beside it.</summary>
    public static FormDefinition Form(EstimateSheet sheet, IStringLocalizer<Text> text) =>
        new(
            "estimates",
            [
                .. sheet
                    .Lines.GroupBy(l => l.Indicator.Group)
                    .Select(g => new FormPart(g.Key, null, null, [.. g.Select(l => Field(l.Indicator))])),
            ]
        );

    private static FormField Field(PackIndicator indicator) =>
        new()
        {
            Code = indicator.Code,
            Kind = FieldKinds.Number,
            Label = indicator.Name,
            Unit = indicator.Measure,
            Scale = indicator.Scale,
        };

    /// <summary>What was counted does not become less by the year's end.</summary>
    private IEnumerable<FieldError> TooFew(EstimateSheet sheet, FormEntry entry) =>
        from line in sheet.Lines
        where line.Definition is { Kind: IndicatorKind.Flow or IndicatorKind.Reach, MayBeNegative: false }
        let done = line.Done ?? Rational.FromScaled(0, 0)
        where FieldKinds.NumberOf(entry.Values.GetValueOrDefault(line.Indicator.Code)) < done.Round(line.Definition.Scale)
        select new FieldError(line.Indicator.Code, text["LessThanDone", VietnameseNumber.Format(done)])
        {
            Label = line.Indicator.Name.Here(),
        };

    private static long? Scaled(EstimateLine line, string? kept) =>
        FieldKinds.NumberOf(kept) is { } number
            ? (long)(number * decimal.Parse($"1{new string('0', line.Indicator.Scale)}", CultureInfo.InvariantCulture))
            : null;
}
