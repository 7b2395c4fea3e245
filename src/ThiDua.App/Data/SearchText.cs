using System.Globalization;
using System.Text;

namespace ThiDua.App.Data;

/// <summary>The folded form of a text that is searched and matched: both engines compare it byte by byte.</summary>
public static class SearchText
{
    /// <summary>
    /// Canonical decomposition, marks off, đ to d, lower case, each run of white space one space, ends trimmed:
    /// "Ấp Bình Đông" becomes "ap binh dong". Null folds to "".
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
        }
        return folded.ToString().TrimEnd(' ');
    }

    // Half a surrogate pair has no decomposition, and Normalize throws on it.
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }
        return text;
    }
}
