namespace ThiDua.Paper;

/// <summary>Text that a spreadsheet would run when it opens a file: it is quoted in every export (CWE-1236).</summary>
public static class FormulaText
{
    /// <summary>Whether a cell that begins so would be taken for a formula: = + - @, a tab, a carriage return.</summary>
    public static bool IsLike(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>The text behind the mark that spreadsheets take for "this is text", where it needs one.</summary>
    public static string Quoted(string text) => IsLike(text) ? "'" + text : text;
}
