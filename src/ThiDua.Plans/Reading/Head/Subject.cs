using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>
/// The subject line below a document's type, as far as it goes, and where the body begins (Decree 30/2020, Annex I, box 5).
/// </summary>
internal static class Subject
{
    private const int Longest = 14;

    private static readonly FoldedTexts Openers = Vocabulary.Folded("head/first-sentences");

    /// <returns>What stands in the type's own line; the lines below it; 0-based index of the body's first line.</returns>
    public static (string Own, List<string> Below, int BodyStart) Read(IReadOnlyList<SourceLine> lines, int typeLine)
    {
        var text = lines[typeLine].Text.Trim(' ', '*', '#', '\u00A0', '|');
        var own = text[DocumentKinds.OfTypeLine(text)!.Value.Length..].Trim(' ', ':', '-');
        var parts = new List<string>();
        if (own.Length > 0)
            parts.Add(own);
        var i = typeLine + 1;
        for (; i < lines.Count && i < typeLine + Longest; i++)
        {
            var line = lines[i].Text.Trim();
            if (line.Length == 0)
                continue;
            if (Paragraphs.IsRule(line))
            {
                if (parts.Count > 0)
                {
                    i++;
                    break;
                }
                continue;
            }
            if (
                Addresses(line)
                || parts.Count > 0 && i + 1 < lines.Count && line.Length < 30 && Addresses($"{line} {lines[i + 1].Text.Trim()}")
            )
                break;
            if (!GoesOn(line, lines[i], parts, lines[typeLine]) || parts.Count > 0 && Acts(lines, i))
                break;
            parts.Add(line);
        }
        return (own, parts[(own.Length > 0 ? 1 : 0)..], i);
    }

    // "THỦ TƯỚNG CHÍNH PHỦ điện:" opens the body of a telegram.
    private static bool Addresses(string line) =>
        line.Length < 90
        && Folding.Of(line) is var folded
        && folded.EndsWith(" dien:", StringComparison.Ordinal)
        && Organs.AnyStarts(folded);

    // The organ in capitals that stands right above the grounds.
    private static bool Acts(IReadOnlyList<SourceLine> lines, int at)
    {
        var line = lines[at].Text.Trim();
        if (line.Any(char.IsLower) || !Organs.AnyStarts(Folding.Of(line)))
            return false;
        var next = at + 1;
        while (next < lines.Count && (lines[next].Text.Trim().Length == 0 || Paragraphs.IsRule(lines[next].Text.Trim())))
            next++;
        return next < lines.Count && Folding.Of(lines[next].Text.TrimStart()).StartsWith("can cu ", StringComparison.Ordinal);
    }

    private static readonly FoldedTexts Organs = Vocabulary.Folded("head/issuing-organs");

    private static bool GoesOn(string line, SourceLine source, List<string> parts, SourceLine type)
    {
        if (
            OpensBody(line)
            || line[0] is '(' && !(parts.Count == 0 && IsConcerning(line[1..]))
            || source.Row is { } row && !(row.Borderless && type.Row?.Table == row.Table)
        )
            return false;
        var marker = MarkerReader.Read(line);
        // "… LẦN THỨ" / "IV CỦA ĐẢNG BỘ XÃ".
        var counted =
            parts.Count > 0
            && marker.Kind is MarkerKind.Roman
            && line.Length > marker.Label.Length
            && line[marker.Label.Length] is ' '
            && Folding.Of(parts[^1]).EndsWith(" thu", StringComparison.Ordinal);
        if (marker.Numbered && !counted || (marker.Kind is MarkerKind.Bullet && parts.Count > 0))
            return false;
        if (parts.Count > 0 && (line.Length > 220 || line[^1] is ':' or ';' or '.'))
            return false;
        if (parts.Count == 0)
            return line.Length < 500;
        if (DocumentKinds.IsActing(line))
            return false;
        // No body opens with a small letter, whatever the format of the lines.
        if (char.IsLower(line[0]))
            return true;
        var formatted = type.Bold || type.Centred || type.HeadingLevel > 0;
        if (formatted)
            return source.Bold
                || source.Centred
                || source.HeadingLevel > 0
                || !line.Any(char.IsLower) && !parts.Exists(p => p.Any(char.IsLower));
        if (char.IsUpper(line[0]) && line.Any(char.IsLower) && Openers.AnyStarts(Folding.Of(line)))
            return false;
        return !line.Any(char.IsLower) || line[0] is '"' or '“' || parts.Sum(p => p.Length) < 60 && line.Length < 120;
    }

    /// <summary>"V/v …", "Về việc …": the line is a subject.</summary>
    public static bool IsConcerning(string line) =>
        Folding.Of(line.Length > 10 ? line[..10] : line) is var folded
        && (folded.StartsWith("v/v", StringComparison.Ordinal) || folded.StartsWith("ve viec ", StringComparison.Ordinal));

    /// <summary>The line can only stand below a letterhead: the grounds, an article, a first part, the one addressed.</summary>
    public static bool OpensBody(string text)
    {
        var folded = Folding.Of(text.TrimStart());
        return folded is "can cu"
            || folded.StartsWith("can cu ", StringComparison.Ordinal)
            || folded.StartsWith("noi nhan", StringComparison.Ordinal)
            || MarkerReader.Read(text).Kind is MarkerKind.Article
            || folded.StartsWith("kinh gui", StringComparison.Ordinal)
            || folded.StartsWith("i. ", StringComparison.Ordinal);
    }
}
