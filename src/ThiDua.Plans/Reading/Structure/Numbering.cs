namespace ThiDua.Plans.Reading.Structure;

/// <summary>Where the next number belongs among those that are open.</summary>
internal sealed class Numbering
{
    private const int Refused = -2;
    private const int LongestHeading = 120;

    // A page lost between two articles leaves no more of them out.
    private const int MostLeftOut = 8;

    private readonly NumberStack _stack;
    private readonly FigureNumbering _figures;
    private readonly bool _recognised;

    /// <param name="recognised">The letters were recognised from a picture: strokes of roman numbers may be lost.</param>
    public Numbering(bool recognised = false)
    {
        _recognised = recognised;
        _stack = new();
        _figures = new(_stack);
    }

    public bool UnderArticle => _stack.Exists(e => e.Kind is MarkerKind.Article);

    public OutlineNode? Current => _stack.Current;

    /// <summary>The section above the mark that was placed last.</summary>
    public OutlineNode? Parent => _stack.Parent;

    public string Path => _stack.Path();

    /// <summary>A document of its own begins, and its numbers with it.</summary>
    public void Clear() => _stack.Clear();

    /// <summary>The section that the placed mark opens.</summary>
    public void Open(OutlineNode node) => _stack.Open(node);

    /// <summary>Finds the mark's place; false when it cannot be the number of a section here.</summary>
    /// <param name="counts">A list of small roman numbers goes on with "ii." behind it.</param>
    public bool Place(Marker marker, Paragraph paragraph, bool counts = false)
    {
        marker = AsSmallRoman(marker, counts);
        if (marker.Kind is MarkerKind.Arabic)
            return _figures.Place(marker, paragraph);
        if (_recognised && IsSecondPart(marker))
            marker = marker with { Kind = MarkerKind.Roman, Numbers = [2], Label = "II" };
        if (marker.Kind is MarkerKind.Upper && IsRomanHere(marker))
            return false;
        if (_recognised)
            marker = Restored(marker, paragraph);
        if (marker.Kind is MarkerKind.Roman && marker.Numbers.Length > 1)
            return _figures.Path(marker);
        // "I" behind "H" is a letter.
        if (marker is { Kind: MarkerKind.Roman, Last: 1 } && _stack.LastOf(MarkerKind.Upper) is 9 && _stack.LastOf(MarkerKind.Roman) == 0)
            return Push(0, MarkerKind.Upper, 10, "I");
        var at = FindSibling(marker, paragraph);
        if (at == Refused)
            return false;
        var label = marker.Kind is MarkerKind.Letter ? marker.Label.ToLowerInvariant() : marker.Label;
        return Push(at < 0 ? _stack.Count : at, marker.Kind, marker.Last, label);
    }

    private Marker AsSmallRoman(Marker marker, bool counts) =>
        marker is { Kind: MarkerKind.Letter, Label: "i" or "v" or "x" }
        && RomanNumerals.Value(marker.Label.ToUpperInvariant()) is var value
        && (value == 1 ? counts : _stack.LastOf(MarkerKind.SmallRoman) == value - 1)
            ? marker with
            {
                Kind = MarkerKind.SmallRoman,
                Numbers = [value],
            }
            : marker;

    // "H. Nội dung" below part I is "II.".
    private bool IsSecondPart(Marker marker) =>
        marker is { Kind: MarkerKind.Upper, Label: "H" } && _stack.LastOf(MarkerKind.Roman) == 1 && _stack.LastOf(MarkerKind.Upper) == 0;

    // A part that would count backwards, while its number is the next one with strokes lost.
    private Marker Restored(Marker marker, Paragraph paragraph)
    {
        if (marker is not { Kind: MarkerKind.Roman, Numbers.Length: 1 } || !paragraph.SetOff && !paragraph.OpensInCapitals)
            return marker;
        var last = _stack.LastOf(MarkerKind.Roman);
        if (last == 0 || marker.Last > last)
            return marker;
        var next = RomanNumerals.Of(last + 1);
        return LostStrokes(marker.Label, next) ? marker with { Numbers = [last + 1], Label = next } : marker;
    }

    // "II." read for "III.", "I." for "II.", "V." for "IV.": the same letters, some of them gone.
    private static bool LostStrokes(string read, string meant)
    {
        var at = 0;
        foreach (var letter in meant)
            if (at < read.Length && read[at] == letter)
                at++;
        return at == read.Length;
    }

    // The place in the stack that this mark replaces: the nearest of its kind that it follows; -1 to nest it deeper.
    private int FindSibling(Marker marker, Paragraph paragraph)
    {
        var same = -1;
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            if (_stack[i].Kind != marker.Kind)
                continue;
            if (Follows(marker, _stack[i].Number))
                return i;
            if (same < 0)
                same = i;
        }
        if (same < 0)
            return WithoutSibling(marker, paragraph);
        if (marker.Kind is MarkerKind.Letter or MarkerKind.ArabicParen or MarkerKind.Bracketed && marker.Last == 1)
            return IsDeeperThan(same) ? -1 : same;
        if (marker.Kind is MarkerKind.Article && marker.Last > _stack[same].Number + MostLeftOut)
            return Refused;
        return StartsAgain(marker, paragraph, same) ? same : Refused;
    }

    private int WithoutSibling(Marker marker, Paragraph paragraph) =>
        marker.Kind switch
        {
            // An article of another document, quoted or noted below a part.
            MarkerKind.Article when marker.Last > 1 && _stack.Exists(e => e.Kind is not (MarkerKind.Part or MarkerKind.Chapter)) => Refused,
            MarkerKind.Article or MarkerKind.Chapter or MarkerKind.Part => TopFor(marker.Kind),
            // Roman parts and lettered ones stand above numbers, never under them.
            MarkerKind.Roman or MarkerKind.Upper when marker.Last == 1 || paragraph.SetOff => _stack.FindIndex(e =>
                e.Kind is MarkerKind.Arabic or MarkerKind.ArabicParen or MarkerKind.Letter
            ),
            // "(3)" that follows no "(2)" is a note or a formula.
            MarkerKind.Bracketed or MarkerKind.SmallRoman when marker.Last > 1 => Refused,
            MarkerKind.Letter or MarkerKind.ArabicParen when marker.Last > 3 && !paragraph.Formatted => Refused,
            MarkerKind.Roman when marker.Last > 2 && !paragraph.SetOff => Refused,
            _ => -1,
        };

    // A number that does not follow the last of its kind: it begins anew, goes on behind a gap, or looks like a heading all the same.
    private bool StartsAgain(Marker marker, Paragraph paragraph, int same)
    {
        // A number printed twice: in a picture nothing is bold, and the heading would be lost.
        if (
            _recognised
            && marker.Kind is MarkerKind.Roman
            && marker.Last == _stack[same].Number
            && same < _stack.Count - 1
            && paragraph.Text.Length < LongestHeading
        )
            return true;
        return marker.Last == 1
            || marker.Last > _stack[same].Number
            || marker.Kind is MarkerKind.Upper
            || paragraph.Formatted
            || marker.Kind is MarkerKind.Roman && paragraph.SetOff;
    }

    private static bool Follows(Marker marker, int number) =>
        marker.Kind is MarkerKind.Letter or MarkerKind.Upper ? Marker.LetterFollows(number, marker.Last) : number + 1 == marker.Last;

    private bool IsDeeperThan(int index) => index < _stack.Count - 1 && _stack.Last.Kind is MarkerKind.Arabic;

    private int TopFor(MarkerKind kind)
    {
        for (var i = 0; i < _stack.Count; i++)
            if (
                kind is MarkerKind.Part
                || (kind is MarkerKind.Chapter && _stack[i].Kind is not MarkerKind.Part)
                || (kind is MarkerKind.Article && _stack[i].Kind is not (MarkerKind.Part or MarkerKind.Chapter))
            )
                return i;
        return -1;
    }

    // A lone "C." or "D." inside running lists of roman parts is text (an initial), unless letters stand above.
    private bool IsRomanHere(Marker marker) =>
        marker.Last > 1 && !Marker.LetterFollows(_stack.LastOf(MarkerKind.Upper), marker.Last) && _stack.LastOf(MarkerKind.Upper) == 0;

    private bool Push(int at, MarkerKind kind, int number, string label)
    {
        _stack.Put(at, new(kind, number, label, null));
        return true;
    }
}
