using System.Text.RegularExpressions;
using ThiDua.App.Imports;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>What the form says in words beside a field, files and programs say with a code, a row and a column.</summary>
internal static partial class FindingCodes
{
    private static readonly string[] Numbers =
    [
        "CheckEmpty",
        "CheckNotANumber",
        "CheckDotNotThousands",
        "CheckTooManyDecimals",
        "CheckNegative",
        "CheckTooLarge",
    ];

    public static void Add(this RowErrors errors, int line, string column, Finding finding) =>
        errors.Add(line, column, Code(finding.Key), finding.Arguments);

    public static string Code(string key) =>
        key switch
        {
            "CheckScore" => "score-too-high",
            "CheckReach" => "reach-above-stock",
            "CheckPart" or "CheckWhole" => "part-above-whole",
            "CheckPartYear" => "part-above-whole-year",
            _ => (Numbers.Contains(key) ? "number" : "fact")
                + Capital().Replace(key["Check".Length..], m => $"-{m.Value.ToLowerInvariant()}"),
        };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
