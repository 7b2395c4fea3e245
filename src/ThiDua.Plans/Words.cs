namespace ThiDua.Plans;

/// <summary>A piece of text with its folded form and its words: runs of letters and digits.</summary>
internal sealed class Words
{
    private readonly (int Start, int End)[] _spans;

    public Words(string text)
    {
        Text = text;
        Folded = Folding.Of(text);
        _spans = Split(Folded);
    }

    public string Text { get; }
    public string Folded { get; }
    public int Count => _spans.Length;

    public int Start(int word) => _spans[word].Start;

    public int End(int word) => _spans[word].End;

    public ReadOnlySpan<char> this[int word] => Folded.AsSpan(_spans[word].Start, _spans[word].End - _spans[word].Start);

    public bool Is(int word, string folded) => word >= 0 && word < Count && this[word].SequenceEqual(folded);

    /// <summary>First letter is a capital in the text itself.</summary>
    public bool Capital(int word) => word >= 0 && word < Count && char.IsUpper(Text[_spans[word].Start]);

    public bool IsNumber(int word) => word >= 0 && word < Count && char.IsAsciiDigit(Folded[_spans[word].Start]);

    /// <summary>The word is written as this one, or without any marks (OCR loses them): "tư" is not "từ", "tu" may be.</summary>
    public bool Spelled(int word, string written) =>
        word >= 0
        && word < Count
        && Text.AsSpan(Start(word), End(word) - Start(word)) is var raw
        && (
            raw.Equals(written, StringComparison.OrdinalIgnoreCase)
            || Is(word, Folding.Of(written)) && (this[word].Equals(raw, StringComparison.OrdinalIgnoreCase) || SameMarks(raw, written))
        );

    /// <summary>The same letters with the same marks, wherever in the word they stand: "xoá" is "xóa".</summary>
    public static bool SameMarks(ReadOnlySpan<char> one, string other) =>
        one.Length == other.Length
        && string.Concat(one.ToString().ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Order())
            == string.Concat(other.Normalize(System.Text.NormalizationForm.FormD).Order());

    /// <summary>Only blanks stand between this word and the next.</summary>
    public bool Touches(int word) => word >= 0 && word + 1 < Count && Gap(word).Trim().IsEmpty;

    /// <summary>What stands between this word and the next.</summary>
    public ReadOnlySpan<char> Gap(int word) => Folded.AsSpan(End(word), Start(word + 1) - End(word));

    /// <summary>The first word that starts at or after a position; <see cref="Count"/> when there is none.</summary>
    public int At(int position)
    {
        int low = 0,
            high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The first word at or after this one that is no part of a number.</summary>
    public int AfterNumber(int at)
    {
        while (IsNumber(at))
            at++;
        return at;
    }

    /// <summary>One of the phrases begins within so many words before this one, and in its clause.</summary>
    public bool HasNear(int word, Phrases<bool> phrases, int reach = 8)
    {
        for (var i = word - 1; i >= 0 && i >= word - reach && (i == word - 1 || !Gap(i).Contains(';')); i--)
            if (phrases.Match(this, i, out _) > 0)
                return true;
        return false;
    }

    /// <summary>One of the phrases begins within the span.</summary>
    public bool HasAny(TextRange span, Phrases<bool> phrases)
    {
        for (var i = At(span.Start); i < Count && Start(i) < span.End; i++)
            if (phrases.Match(this, i, out _) > 0)
                return true;
        return false;
    }

    public string Slice(int firstWord, int lastWord) => Text[Start(firstWord)..End(lastWord)];

    [ThreadStatic]
    private static List<(int, int)>? _splitting;

    private static (int, int)[] Split(string folded)
    {
        var spans = _splitting ??= [];
        spans.Clear();
        var i = 0;
        while (i < folded.Length)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
                i++;
            spans.Add((start, i));
        }
        return [.. spans];
    }
}
