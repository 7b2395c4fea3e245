using ThiDua.Paper.Markdown;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper;

/// <summary>
/// A document as a clerk writes it in a template: a header of <c>key: value</c> lines between two <c>---</c>, then the body
/// in Markdown. The keys and the marks are described in <c>docs/packs.md</c>, section "Report templates".
/// </summary>
public static class MarkdownDocument
{
    /// <summary>Longest text read, in characters.</summary>
    public const int MaxLength = 20_000_000;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\\`*_#|>~=");

    /// <summary>Reads the whole text and reports every mistake found, each with its line.</summary>
    public static MarkdownResult Read(string text)
    {
        if (text.Length > MaxLength)
            return new(null, [new(1, $"Văn bản dài quá {MaxLength:N0} ký tự.")]);
        var errors = new List<MarkdownError>();
        var header = FrontMatter.Read(text, errors);
        var body = BodyReader.Read(header.Body, header.BodyLine, errors);
        var document = HeaderReader.Document(header, body, errors);
        if (document is not null && errors.Count == 0)
            errors.AddRange(DocumentProblems.Of(document).Select(p => new MarkdownError(header.LineOf(p.Field), p.Message)));
        return new(errors.Count == 0 ? document : null, [.. errors.OrderBy(e => e.Line)]);
    }

    /// <summary>
    /// Makes any text safe to be set into the Markdown by a template: it comes out as the same letters, in the lines that it
    /// had, and is never a mark, a cell boundary or a heading.
    /// </summary>
    public static string Escape(string value)
    {
        if (value.AsSpan().IndexOfAny(Marks) < 0 && !value.Any(Breaks) && !Leading(value))
            return value;
        // Of a narrative each line stays one; empty ones only part the lines.
        var lines = value.Replace(RichText.LineEnd, ' ').ReplaceLineEndings("\n").Split('\n', Trimmed);
        value = string.Join(RichText.LineEnd, lines);
        var safe = new System.Text.StringBuilder(value.Length + 8);
        if (Leading(value))
            safe.Append('\\');
        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                safe.Append(' ');
                continue;
            }
            if (Marks.Contains(c))
                safe.Append('\\');
            safe.Append(c);
        }
        return safe.ToString();
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    // The separators of lines and paragraphs are no control characters, and end a line all the same.
    private static bool Breaks(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or RichText.LineEnd;

    private static bool Leading(string value) => value.Length > 0 && value[0] is '-' or '+';
}

/// <summary>The document, or what is wrong with the text.</summary>
/// <param name="Document">Null when there are errors.</param>
public sealed record MarkdownResult(OfficialDocument? Document, IReadOnlyList<MarkdownError> Errors);

/// <param name="Line">1-based line of the text.</param>
/// <param name="Message">What is wrong and what was expected, in Vietnamese.</param>
public sealed record MarkdownError(int Line, string Message)
{
    public override string ToString() => $"Dòng {Line}: {Message}";
}
