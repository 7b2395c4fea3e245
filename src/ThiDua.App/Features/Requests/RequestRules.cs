using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Requests;

/// <summary>How an office's lines become questions, and when an answer is due. Pure.</summary>
public static partial class RequestRules
{
    public const int MostQuestions = 12,
        MostLabel = 200,
        MostTitle = 200,
        MostNote = 2000,
        MostUnits = 1000,
        MostDays = 30;

    /// <summary>A number that is nobody's indicator is a whole one: houses, people.</summary>
    private const int OwnScale = 0;

    /// <summary>Above this such a number is a slip of the hand.</summary>
    public const long MostOwn = 1_000_000_000;

    /// <summary>
    /// One question a line: "Số hộ bị ngập (hộ)" a number with its unit, "Đã trực đủ quân số?" yes or no, "Khó khăn (chữ)" words;
    /// a line that is an indicator's name is that indicator.
    /// </summary>
    public static IReadOnlyList<RequestField> Read(string lines, IReadOnlyCollection<PackIndicator> indicators)
    {
        var byName = indicators
            .SelectMany(i => new[] { i.Name.Vi, i.Name.En }, (i, name) => (Name: SearchText.Fold(name), Indicator: i))
            .DistinctBy(i => i.Name)
            .ToDictionary(i => i.Name, i => i.Indicator, StringComparer.Ordinal);
        return
        [
            .. lines
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(NameText.Clean)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select((line, at) => Of($"q{(at + 1).ToString(CultureInfo.InvariantCulture)}", line, byName)),
        ];
    }

    /// <summary>The moment of a day and an hour as a form gives them, in Vietnam's time.</summary>
    public static DateTimeOffset? Moment(string? day, string? time) =>
        DateOnly.TryParseExact(day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && TimeOnly.TryParseExact(
            time?.Trim(),
            ["H:mm", "HH:mm", "H'h'", "H'h'mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? date.Midnight() + at.ToTimeSpan()
            : null;

    /// <summary>The field that is to blame where a day and an hour are no moment to ask for, its label, and the key of the words.</summary>
    public static (string Field, string Label, string Key)? WrongMoment(string? day, string? time, DateTimeOffset now)
    {
        if (Moment(day, "00:00") is not { } date)
            return ("day", "Day", "NoDay");
        if (Moment(day, time) is not { } due)
            return date.AddDays(1) <= now ? ("day", "Day", "IsPastDay") : ("time", "Time", "NoMoment");
        if (date.AddDays(1) <= now)
            return ("day", "Day", "IsPastDay");
        return due <= now ? ("time", "Time", "IsPast")
            : due > now.AddDays(MostDays) ? ("day", "Day", "TooFar")
            : null;
    }

    private static RequestField Of(string code, string line, Dictionary<string, PackIndicator> byName)
    {
        if (byName.TryGetValue(SearchText.Fold(line), out var indicator))
            return new(
                code,
                indicator.Name.Vi,
                indicator.Kind == PackKind.YesNo ? null : indicator.Measure.Vi,
                indicator.Kind == PackKind.YesNo ? FieldKinds.YesNo : FieldKinds.Number,
                indicator.Scale,
                indicator.Code
            );
        if (line.EndsWith('?'))
            return new(code, line, null, FieldKinds.YesNo, 0);
        var end = Ending().Match(line);
        if (!end.Success || end.Index == 0)
            return new(code, line, null, FieldKinds.Number, OwnScale);
        var (label, unit) = (line[..end.Index].TrimEnd(), end.Groups[1].Value.Trim());
        return SearchText.Fold(unit) is "chu" or "text"
            ? new(code, label, null, FieldKinds.Text, 0)
            : new(code, label, unit, FieldKinds.Number, OwnScale);
    }

    [GeneratedRegex(@"\(([^()]{1,30})\)$")]
    private static partial Regex Ending();
}
