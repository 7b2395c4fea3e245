namespace ThiDua.Plans.Reading.Foot;

/// <summary>The lines of a signature: a power ("TM.", "KT."), a post, a name (Decree 30/2020, Annex I, box 7).</summary>
internal static class SignatureLines
{
    private static readonly FoldedTexts Powers = Vocabulary.Folded("foot/powers");
    private static readonly FoldedTexts Posts = Vocabulary.Folded("foot/posts");
    private static readonly FoldedTexts PowersBehind = Vocabulary.Folded("foot/powers-behind");
    private static readonly FoldedTexts PostsBehind = Vocabulary.Folded("foot/posts-behind");
    private static readonly FoldedTexts Deputies = Vocabulary.Folded("foot/deputies");
    private static readonly FoldedTexts PartsOfPosts = Vocabulary.Folded("foot/parts-of-posts");
    private static readonly FoldedTexts Stamps = Vocabulary.Folded("foot/stamps");
    private static readonly FoldedTexts SignedBy = Vocabulary.Folded("foot/signed-by");
    private static readonly WordSet Ranks = Vocabulary.Words("foot/ranks");

    // "Phó Thủ tướng" in small letters below "KT. THỦ TƯỚNG".
    public static bool IsPost(string text) => text.Length < 60 && Posts.AnyStarts(Folding.Of(text)) && char.IsUpper(text[0]);

    public static bool IsStamp(string text)
    {
        var folded = Folding.Of(text).Trim(' ', '(', ')', '[', ']', '.');
        return Stamps.Has(folded) || SignedBy.AnyStarts(folded);
    }

    public static bool IsSigning(string text)
    {
        var trimmed = text.Trim(' ', '*');
        if (trimmed.Length is < 4 or > 160)
            return false;
        var folded = Folding.Of(trimmed);
        var power = Powers.AnyStarts(folded);
        if (!power && !Posts.AnyStarts(folded))
            return false;
        var space = trimmed.IndexOf(' ');
        var second = space < 0 ? trimmed.Length : trimmed.IndexOf(' ', space + 1);
        return !trimmed[..(second < 0 ? trimmed.Length : second)].Any(char.IsLower);
    }

    // Two to six words, each with a capital, no mark inside: a person's name (rank before it allowed).
    public static bool IsName(string text)
    {
        var parts = text.Trim(' ', '*', '(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 7)
            return false;
        return parts.All(p => p.Length > 0 && (char.IsUpper(p[0]) || Ranks.HasWritten(p)) && p.All(c => char.IsLetter(c) || c is '.'))
            && text.Any(char.IsLower);
    }

    /// <summary>Power, post and name out of the lines of a signature.</summary>
    public static Signature Of(List<string> signing)
    {
        string? authority = null,
            title = null,
            name = null;
        foreach (var line in signing)
        {
            var (caps, rest) = Capitals(line);
            if (caps.Length == 0 && title is null && IsPost(rest))
            {
                title = rest;
                continue;
            }
            foreach (var piece in Pieces(caps))
            {
                var power = Powers.AnyStarts(Folding.Of(piece));
                // "TM. ỦY BAN NHÂN DÂN" and "KT. CHỦ TỊCH" below it: on whose behalf, and in whose place.
                if (power && (authority is null || title is null && !authority.Contains("KT.", StringComparison.OrdinalIgnoreCase)))
                    authority = authority is null ? piece : authority + " " + piece;
                else if (power || title is null || Posts.AnyStarts(Folding.Of(piece)) || authority is null)
                    title =
                        power && title is null && authority is not null ? null
                        : power ? title
                        : piece;
                else if (authority is not null && title is null)
                    authority += " " + piece;
            }
            if (rest.Length > 0 && IsName(rest))
                name ??= rest;
        }
        return new(authority, title, name);
    }

    // "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in one line is a power and a post.
    private static IEnumerable<string> Pieces(string caps)
    {
        if (caps.Length == 0)
            yield break;
        var folded = Folding.Of(caps);
        var start = 0;
        var power = Powers.Start(folded);
        for (var i = power + 3; i < caps.Length; i++)
        {
            if (caps[i - 1] is not ' ')
                continue;
            var rest = folded.AsSpan(i);
            if (!IsPieceStart(rest, folded.AsSpan(start, i - start)))
                continue;
            yield return caps[start..i].Trim();
            start = i;
        }
        yield return caps[start..].Trim();
    }

    private static bool IsPieceStart(ReadOnlySpan<char> rest, ReadOnlySpan<char> before)
    {
        if (PowersBehind.AnyStarts(rest))
            return true;
        if (PartsOfPosts.Has(before.Trim()))
            return false;
        return Deputies.AnyStarts(rest) || PostsBehind.AnyStarts(rest) && !before.TrimEnd().EndsWith("pho", StringComparison.Ordinal);
    }

    private static (string Caps, string Name) Capitals(string line)
    {
        var text = line.Trim(' ', '*');
        var at = 0;
        var end = 0;
        while (at < text.Length)
        {
            var space = text.IndexOf(' ', at);
            if (space < 0)
                space = text.Length;
            var word = text[at..space];
            if (word.Any(char.IsLower))
                break;
            end = at = Math.Min(space + 1, text.Length);
            if (space == text.Length)
                break;
        }
        // "Y Thịnh Niê": the one capital is the name's.
        return end < 3 ? ("", text) : (text[..end].Trim(), text[end..].Trim());
    }

    public static bool IsPower(string text) => text.Length is > 6 and < 90 && !text.Any(char.IsLower) && Powers.AnyStarts(Folding.Of(text));
}
