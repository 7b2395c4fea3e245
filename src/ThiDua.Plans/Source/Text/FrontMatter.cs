using System.Text.RegularExpressions;

namespace ThiDua.Plans.Source.Text;

/// <summary>
/// The data that sites keep above a Markdown text (<c>---</c>, <c>key: value</c> lines, <c>---</c>): said of the document, not by it.
/// </summary>
internal static partial class FrontMatter
{
    private const int Longest = 16_384;

    /// <summary>The text with empty lines in its place; itself when there is none.</summary>
    public static string Blanked(string text)
    {
        var head = Form().Match(text[..Math.Min(text.Length, Longest)]);
        return head.Success ? string.Concat(head.Value.Where(c => c is '\n')) + text[head.Length..] : text;
    }

    [GeneratedRegex(
        @"\A\uFEFF?---[ \t]*\r?\n(?:[A-Za-z_][\w-]*:[^\n]*\n(?:[ \t\-][^\n:]{0,400}\n|[ \t]+[^\n]*\n)*)+---[ \t]*\r?\n",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Form();
}
