using System.Buffers;
using System.Text;

namespace ThiDua.Plans.Source.Text;

/// <summary>Characters as the reader wants them: NFC, plain spaces, no invisible ones.</summary>
internal static class Clean
{
    // What needs no work at all: printable ASCII, tab, Latin letters below U+0300, the Vietnamese block and common punctuation.
    // Everything in it is in NFC already, so that ordinary documents never load the ICU library (20 ms of a 400 ms budget).
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters());

    private static readonly SearchValues<char> Consonants = SearchValues.Create("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX");

    private static string PlainCharacters()
    {
        var chars = new StringBuilder("\t");
        Add(0x20, 0x7E);
        Add(0xA1, 0xAC);
        Add(0xAE, 0x2FF);
        Add(0x1EA0, 0x1EF9);
        Add(0x2012, 0x2027);
        Add(0x2030, 0x205E);
        Add(0x20AB, 0x20AC);
        Add(0x2264, 0x2265);
        return chars.ToString();

        void Add(int from, int to)
        {
            for (var c = from; c <= to; c++)
            {
                chars.Append((char)c);
            }
        }
    }

    public static string Line(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0)
        {
            return text;
        }
        var sb = new StringBuilder(text.Length).Append(text, 0, first);
        var normalise = false;
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                AppendSurrogate(sb, text, ref i);
                continue;
            }
            normalise |= c >= '\u0300' && !Plain.Contains(c);
            // "ng̀y" for "ngày": a converter left of the letter its mark alone, where no vowel can bear it.
            if (c is '\u0300' && sb.Length > 0 && Consonants.Contains(sb[^1]))
            {
                sb.Append('à');
                continue;
            }
            Append(sb, c);
        }
        var clean = sb.ToString();
        return normalise && !clean.IsNormalized(NormalizationForm.FormC) ? clean.Normalize(NormalizationForm.FormC) : clean;
    }

    private static void AppendSurrogate(StringBuilder sb, string text, ref int i)
    {
        if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            sb.Append(text[i]).Append(text[++i]);
            return;
        }
        // A lone half makes string.Normalize throw.
        sb.Append('\uFFFD');
    }

    private static void Append(StringBuilder sb, char c)
    {
        switch (c)
        {
            case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF':
                return;
            case '\u00A0'
            or '\u3000'
            or '\u2028'
            or '\u2029'
            or '\f'
            or '\v'
            or '\u0085'
            or >= '\u2000'
            and <= '\u200A'
            or '\u202F'
            or '\u205F':
                sb.Append(' ');
                return;
            case '\u2010' or '\u2011':
                sb.Append('-');
                return;
            case < ' ' when c != '\t':
                return;
            case >= '\u007F' and <= '\u009F' or '\uFFFE' or '\uFFFF':
                return;
            default:
                sb.Append(c);
                return;
        }
    }
}
