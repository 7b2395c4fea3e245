using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ThiDua.App.Data;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Plans.Indicators;

/// <summary>An officer's answers as a file of a pack. JSON is YAML, and quotes what an officer types.</summary>
internal static class OwnText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    public static IReadOnlyList<string> Codes(CreateIndicatorInput input, string code) =>
        input.IsRatio ? [code, code + ".part", code + ".whole"] : [code];

    /// <param name="basis">The plan that asks for it.</param>
    public static string Of(CreateIndicatorInput input, string code, string basis, bool sensitive)
    {
        Dictionary<string, object> One(string own, string? name, string kind) =>
            new()
            {
                ["code"] = own,
                ["name"] = Both(name),
                ["group"] = input.Group ?? "",
                ["kind"] = kind,
                ["sensitive"] = sensitive,
                ["verified"] = true,
                ["basis"] = basis,
            };
        Dictionary<string, object> Reported(Dictionary<string, object> one)
        {
            one["reportedBy"] = input.ReportedBy!;
            one["frequency"] = Word(input.Frequency);
            return one;
        }
        Dictionary<string, object> Count(string own, string? name, bool held)
        {
            var one = Reported(One(own, name, held ? "stock" : "flow"));
            (one["unit"], one["counts"]) = (Both(input.Unit), Word(input.Counts));
            return one;
        }
        List<Dictionary<string, object>> all = input.Sort switch
        {
            FigureSort.YesNo => [Reported(One(code, input.Name, "yesno"))],
            FigureSort.Ratio or FigureSort.HeldRatio =>
            [
                One(code, input.Name, "ratio"),
                Count(code + ".part", input.Part, input.Sort == FigureSort.HeldRatio),
                Count(code + ".whole", input.Whole, input.Sort == FigureSort.HeldRatio),
            ],
            _ => [Count(code, input.Name, input.Sort == FigureSort.Held)],
        };
        if (input.Sort == FigureSort.YesNo)
            all[0]["over"] = Word(input.Over);
        if (input.IsRatio)
        {
            (all[0]["numerator"], all[0]["denominator"]) = (code + ".part", code + ".whole");
            // A case of March may be settled in April: what is counted over time is part of the whole over the year.
            all[1]["partOf"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["whole"] = code + ".whole",
                    ["over"] = input.Sort == FigureSort.Ratio ? "year" : "period",
                },
            };
        }
        all[0]["lessIsBetter"] = input.LessIsBetter;
        return JsonSerializer.Serialize(new { indicators = all }, Options);
    }

    private static Dictionary<string, string> Both(string? name) => new() { ["vi"] = NameText.Clean(name), ["en"] = NameText.Clean(name) };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
