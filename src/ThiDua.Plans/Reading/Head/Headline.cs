using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>"Kế hoạch về phát động …" over a text without a letterhead: type and subject in one line, in small letters.</summary>
internal sealed record Headline(string Kind, string Title, int Line)
{
    private const int Longest = 300;
    private const int LinesAbove = 6;

    private static readonly FoldedTexts Subjects = Vocabulary.Folded("head/subjects");

    public static Headline? In(IReadOnlyList<SourceLine> lines)
    {
        var seen = 0;
        for (var i = 0; i < lines.Count && seen < LinesAbove; i++)
        {
            var text = lines[i].Text.Trim(' ', '*', '#', '\u00A0');
            if (text.Length == 0)
                continue;
            var first = seen++ == 0;
            if ((first || lines[i].Bold || lines[i].Centred || lines[i].HeadingLevel > 0) && Of(text) is { } type)
                return new(type.Kind, text[type.Length..].Trim(), i);
        }
        return null;
    }

    // The type that the line opens with, and a subject behind it; a sentence is none.
    private static (string Kind, int Length)? Of(string line)
    {
        if (line.Length > Longest || !char.IsUpper(line[0]) || line[^1] is '.' or ':' or ';')
            return null;
        return
            DocumentKinds.OfTypeLine(line.ToUpperInvariant()) is { } type
            && line[type.Length..] is [' ', var next, ..] subject
            && (char.IsLower(next) || next is '“' or '"')
            && Subjects.AnyStarts(Folding.Of(subject.TrimStart()))
            ? type
            : null;
    }
}
