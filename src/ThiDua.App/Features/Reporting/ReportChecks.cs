using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <param name="Values">Scaled values of the fields that could be read; null for an empty field.</param>
public sealed record CheckedReport(IReadOnlyDictionary<string, long?> Values, IReadOnlyList<Finding> Findings);

/// <summary>
/// The form's use of <see cref="FigureChecks"/>: one field for each figure that is asked, and an empty one is a doubt. Pure.
/// </summary>
public static class ReportChecks
{
    public const string Missing = "CheckMissing";

    public static CheckedReport Run(
        Pack pack,
        Definitions definitions,
        IReadOnlyList<AskedFigure> figures,
        Func<string, IReadOnlyList<CurrentValue>> own,
        IReadOnlyDictionary<string, string> typed
    )
    {
        var (values, findings) = (new Dictionary<string, long?>(StringComparer.Ordinal), new List<Finding>());
        foreach (var indicator in figures.Select(f => f.Indicator))
        {
            var text = (typed.GetValueOrDefault(indicator.Code) ?? "").Trim();
            if (text.Length == 0)
            {
                values[indicator.Code] = null;
                findings.Add(new(indicator.Code, false, Missing));
            }
            else if (FigureChecks.Read(indicator, definitions[indicator.Code], text, out var value) is { } wrong)
                findings.Add(wrong);
            else
                values[indicator.Code] = value;
        }
        // What could not be read is held against nothing, as an empty field is.
        var given = figures.Select(f => new GivenFigure(f.Indicator, f.Period, values.GetValueOrDefault(f.Indicator.Code))).ToList();
        findings.AddRange(new FigureChecks(pack.Indicators, code => definitions[code]).Compare(given, own));
        return new(values, findings);
    }
}
