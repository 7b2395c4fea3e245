using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Texts compared by meaning: case, marks of quotation and blanks folded; as OCR leaves them where that is forgiven.</summary>
internal static partial class ScoreText
{
    public static readonly AsyncLocal<bool> Forgiving = new();

    public static bool Contains(string? a, string? b)
    {
        var (x, y) = (Fold(a), Fold(b));
        return x.Length > 0
            && y.Length > 0
            && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal) || (Forgiving.Value && Alike(x, y)));
    }

    // Dice's coefficient of letter pairs.
    public static bool Alike(string a, string b)
    {
        var (x, y) = (Letters(a), Letters(b));
        if (x.Length < 2 || y.Length < 2)
            return x == y;
        var length = Math.Min(x.Length, y.Length) + 2;
        var pairs = LetterPairs(x[..Math.Min(length, x.Length)]);
        var others = LetterPairs(y[..Math.Min(length, y.Length)]);
        return 2.0 * pairs.Count(others.Remove) / (x[..Math.Min(length, x.Length)].Length + y[..Math.Min(length, y.Length)].Length - 2)
            >= 0.6;
    }

    public static List<string> LetterPairs(string s) => [.. Enumerable.Range(0, s.Length - 1).Select(i => s.Substring(i, 2))];

    public static string Letters(string s) =>
        new([
            .. s.Normalize(System.Text.NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                .Select(c => c == 'đ' ? 'd' : c),
        ]);

    public static string Symbol(string? s) =>
        Space().Replace(Forgiving.Value ? Letters((s ?? "").ToLowerInvariant()) : s ?? "", "").ToUpperInvariant();

    public static string Head(string s) => s[..Math.Min(24, s.Length)];

    public static string Fold(string? s) =>
        Space()
            .Replace(Marks().Replace((s ?? "").Normalize().ToLower(CultureInfo.InvariantCulture), " "), " ")
            .Trim(' ', '.', ',', ':', ';', '/');

    [GeneratedRegex("[“”\"'‘’*_#–—-]")]
    public static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    public static partial Regex Space();
}
