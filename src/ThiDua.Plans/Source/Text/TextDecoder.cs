using System.Text;

namespace ThiDua.Plans.Source.Text;

/// <summary>
/// Finds the encoding of a text file: Unicode by its own marks, else the Vietnamese encodings of the years before by what reads as
/// Vietnamese.
/// </summary>
internal static class TextDecoder
{
    // Enough to judge an encoding by; the whole file may be 20 MB.
    private const int Sample = 128 * 1024;

    public static string Decode(ReadOnlySpan<byte> bytes, List<Warning> warnings)
    {
        if (ByMark(bytes) is { } marked)
        {
            return FromUnicode(marked.GetString(bytes[marked.Preamble.Length..]), warnings);
        }
        if (WithoutMark(bytes) is { } utf16)
        {
            warnings.Add(LegacyText.Warning("UTF-16"));
            return FromUnicode(utf16.GetString(bytes), warnings);
        }
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return FromUnicode(Encoding.UTF8.GetString(bytes), warnings);
        }
        return FromBytes(bytes, warnings);
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    // UTF-16 of mostly Latin text has a zero in every second byte; no 8-bit text has any.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int even = 0,
            odd = 0;
        var length = Math.Min(bytes.Length, 4096) & ~1;
        for (var i = 0; i < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (length < 8 || Math.Max(even, odd) * 4 < length / 2)
        {
            return null;
        }
        return odd > even * 4 ? new UnicodeEncoding(false, false)
            : even > odd * 4 ? new UnicodeEncoding(true, false)
            : null;
    }

    // A file converted blindly holds the codes of TCVN3 or VNI as if they were Latin letters.
    private static string FromUnicode(string text, List<Warning> warnings)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample)).ToString();
        if (Vietnamese.Letters(sample) > 0 || Refers(sample))
        {
            return text;
        }
        var (name, decode) = Best(sample, sample, [("TCVN3 (ABC)", Tcvn3.Decode), ("VNI", VniWindows.Decode)]);
        return decode is null ? text : Converted(name!, decode(text), warnings);
    }

    private static string FromBytes(ReadOnlySpan<byte> bytes, List<Warning> warnings)
    {
        var damaged = Encoding.UTF8.GetString(bytes);
        // A few broken bytes in a UTF-8 file, or one cut in the middle of a letter.
        if (damaged.AsSpan().Count('\uFFFD') * 10 < Vietnamese.Letters(damaged) + 1)
        {
            warnings.Add(new Warning("damaged-characters", "Tệp có một số ký tự hỏng, đã thay bằng dấu “\uFFFD”.", null));
            return damaged;
        }
        var codes = Windows1252(bytes);
        var sample = codes[..Math.Min(codes.Length, Sample)];
        if (Refers(sample))
        {
            return codes;
        }
        var (name, decode) = Best(
            sample,
            "",
            [("TCVN3 (ABC)", Tcvn3.Decode), ("VNI", VniWindows.Decode), ("Windows-1258", Text.Windows1258.Decode)]
        );
        return decode is null
            ? FileKinds.IsBinary(damaged)
                ? damaged
                : codes
            : Converted(name!, decode(codes), warnings);
    }

    // Word saves a page in Windows-1252 and writes what that lacks as "&#7853;": what stands there as a byte is a Latin letter, and no old
    // encoding.
    private static bool Refers(string sample)
    {
        var count = 0;
        for (
            var at = sample.IndexOf("&#", StringComparison.Ordinal);
            at >= 0 && count < 8;
            at = sample.IndexOf("&#", at + 2, StringComparison.Ordinal)
        )
        {
            var end = at + 2;
            while (end < sample.Length && end < at + 7 && char.IsAsciiDigit(sample[end]))
            {
                end++;
            }
            count +=
                end < sample.Length
                && sample[end] == ';'
                && int.TryParse(sample.AsSpan(at + 2, end - at - 2), out var code)
                && Vietnamese.Letters(((char)Math.Min(code, 0xFFFF)).ToString()) > 0
                    ? 1
                    : 0;
        }
        return count >= 8;
    }

    private static string Converted(string name, string text, List<Warning> warnings)
    {
        warnings.Add(LegacyText.Warning(name));
        return text;
    }

    private static (string? Name, Func<string, string>? Decode) Best(
        string sample,
        string unconverted,
        ReadOnlySpan<(string Name, Func<string, string> Decode)> candidates
    )
    {
        (string?, Func<string, string>?) best = default;
        var most = Math.Max(Vietnamese.Score(unconverted), 0);
        foreach (var (name, decode) in candidates)
        {
            var score = Vietnamese.Score(decode(sample));
            if (score > most)
            {
                most = score;
                best = (name, decode);
            }
        }
        return best;
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes) =>
        string.Create(
            bytes.Length,
            bytes,
            static (chars, codes) =>
            {
                // 80 to 9F: quotes, dashes and the like; the rest is Latin-1.
                const string high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
                for (var i = 0; i < chars.Length; i++)
                {
                    chars[i] = codes[i] is >= 0x80 and <= 0x9F ? high[codes[i] - 0x80] : (char)codes[i];
                }
            }
        );
}
