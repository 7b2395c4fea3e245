using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>
/// The lines of a document, of which the head's are put right: its type broken over two lines, a stamp's strokes before it.
/// </summary>
internal sealed class HeadLines(IReadOnlyList<SourceLine> lines)
{
    /// <summary>No head reaches further down.</summary>
    public const int Deepest = 80;

    private static readonly IReadOnlyList<string> StateOrParty = Vocabulary.Entries("head/state-or-party");

    private static readonly FoldedTexts NoOrgans = Vocabulary.Folded("head/no-organs");
    private static readonly FoldedTexts NoOrganOpenings = Vocabulary.Folded("head/no-organ-openings");

    private IReadOnlyList<SourceLine> _lines = lines;

    public IReadOnlyList<SourceLine> All => _lines;

    // A page of a site says much before the document that it shows.
    private const int DeepestHeading = 240;

    // The state's or the Party's name, below which the document proper begins whatever a site printed above it; -1 without it.
    public int Heading()
    {
        bool typed = false,
            body = false;
        for (var i = 0; i < Math.Min(_lines.Count, DeepestHeading) && !(body && i >= Deepest); i++)
        {
            var text = _lines[i].Text;
            body |= Subject.OpensBody(text);
            if (typed && body)
                return -1;
            typed |= TypeOf(text) is not null;
            if (text.Length is < 4 or > 300 || HeadCells.IsData(text))
                continue;
            if (StateOrParty.Any(s => text.Contains(s, StringComparison.Ordinal)) || text.StartsWith("Số:", StringComparison.Ordinal))
                return i;
        }
        return -1;
    }

    // "QUYẾT" / "ĐỊNH": the type over two lines; "ng ị QUYẾT ĐỊNH": strokes of a stamp recognised as letters before it.
    public void MendType(int at)
    {
        var first = _lines[at].Text.Trim();
        if (AfterSpecks(first) is { } type && TypeOf(type) is not null)
            Mend(at, type);
        if (
            first.Length is 0 or > 10
            || first.Any(char.IsLower)
            || at + 1 >= _lines.Count
            || TypeOf($"{first} {_lines[at + 1].Text.Trim()}") is null
            || TypeOf(first) is not null
        )
            return;
        Mend(at, $"{first} {_lines[at + 1].Text.Trim()}");
        Mend(at + 1, "");
    }

    private void Mend(int at, string text)
    {
        var mended = new List<SourceLine>(_lines);
        mended[at] = text.Length == 0 ? SourceLine.Empty : _lines[at] with { Text = text };
        _lines = mended;
    }

    public static (string Kind, int Length)? TypeOf(string text)
    {
        var trimmed = text.Trim(' ', '*', '#', '\u00A0', '|');
        return DocumentKinds.OfTypeLine(trimmed);
    }

    private const int LongestSpecks = 6;

    private static string? AfterSpecks(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('A', 'Z');
        return
            at is <= 0 or > LongestSpecks
            || text[at - 1] is not ' '
            || text.AsSpan(at).ContainsAnyInRange('a', 'z')
            || text.AsSpan(0, at).ContainsAnyInRange('0', '9')
            ? null
            : text[at..];
    }

    /// <summary>A name in capitals that is no motto, no mark of urgency and no type.</summary>
    public static bool IsOrgan(string text) =>
        text.Length >= 4
        && text.Any(char.IsLetter)
        && !text.Any(char.IsLower)
        && Folding.Of(text) is var folded
        && !NoOrgans.AnyIn(folded)
        && !NoOrganOpenings.AnyStarts(folded)
        && DocumentKinds.OfTypeLine(text) is null;
}
