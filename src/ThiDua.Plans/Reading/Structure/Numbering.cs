namespace ThiDua.Plans.Reading.Structure;

/// <summary>The numbers that are open at a place of the text, topmost first, and where the next one belongs among them.</summary>
/// <param name="recognised">The letters were recognised from a picture: strokes of roman numbers may be lost.</param>
internal sealed class Numbering(bool recognised = false)
{
    private readonly List<Entry> _stack = [];

    private readonly record struct Entry(MarkerKind Kind, int Number, string Label, OutlineNode? Node, int Level = 0);

    public bool Empty => _stack.Count == 0;
    public bool UnderArticle => _stack.Exists(e => e.Kind is MarkerKind.Article);

    /// <summary>A document of its own begins, and its numbers with it.</summary>
    public void Clear() => _stack.Clear();

    /// <summary>The section that the placed mark opens.</summary>
    public void Open(OutlineNode node) => _stack[^1] = _stack[^1] with { Node = node };

    public OutlineNode? Current => Nearest(_stack.Count - 1);

    /// <summary>The section above the mark that was placed last.</summary>
    public OutlineNode? Parent => Nearest(_stack.Count - 2);

    private OutlineNode? Nearest(int from)
    {
        for (var i = from; i >= 0; i--)
            if (_stack[i].Node is { } node)
                return node;
        return null;
    }

    // Chapters stand above articles without entering their numbers: articles run on through a document.
    public string Path()
    {
        var from = 0;
        for (var i = 0; i < _stack.Count; i++)
            if (_stack[i].Kind is MarkerKind.Article)
                from = i;
        return string.Join('.', _stack.Skip(from).Select(e => e.Label));
    }

    /// <summary>Finds the mark's place; false when it cannot be the number of a section here.</summary>
    /// <param name="counts">A list of small roman numbers goes on with "ii." behind it.</param>
    public bool Place(Marker marker, Paragraph paragraph, bool counts = false)
    {
        if (
            marker is { Kind: MarkerKind.Letter, Label: "i" or "v" or "x" }
            && MarkerReader.RomanValue(marker.Label.ToUpperInvariant()) is var value
            && (value == 1 ? counts : LastOf(MarkerKind.SmallRoman) == value - 1)
        )
            marker = marker with { Kind = MarkerKind.SmallRoman, Numbers = [value] };
        if (marker.Kind is MarkerKind.Arabic)
            return PlaceArabic(marker, paragraph);
        // "H. Nội dung" below part I is "II.".
        if (
            recognised
            && marker is { Kind: MarkerKind.Upper, Label: "H" }
            && LastOf(MarkerKind.Roman) == 1
            && LastOf(MarkerKind.Upper) == 0
        )
            marker = marker with { Kind = MarkerKind.Roman, Numbers = [2], Label = "II" };
        if (marker.Kind is MarkerKind.Upper && IsRomanHere(marker))
            return false;
        if (recognised)
            marker = Restored(marker, paragraph);
        if (marker.Kind is MarkerKind.Roman && marker.Numbers.Length > 1)
            return PlacePath(marker);
        if (marker.Kind is MarkerKind.Roman && LastOf(MarkerKind.Upper) is 9 && marker.Last == 1 && LastOf(MarkerKind.Roman) == 0)
            return Push(0, MarkerKind.Upper, 10, "I");
        var at = FindSibling(marker, paragraph);
        if (at == Refused)
            return false;
        return Push(
            at < 0 ? _stack.Count : at,
            marker.Kind,
            marker.Last,
            marker.Kind is MarkerKind.Letter ? Lower(marker.Label) : marker.Label
        );
    }

    // A part that would count backwards, while its number is the next one with strokes lost.
    private Marker Restored(Marker marker, Paragraph paragraph)
    {
        if (marker is not { Kind: MarkerKind.Roman, Numbers.Length: 1 } || !paragraph.SetOff && !paragraph.OpensInCapitals)
            return marker;
        var last = LastOf(MarkerKind.Roman);
        if (last == 0 || marker.Last > last)
            return marker;
        var next = MarkerReader.ToRoman(last + 1);
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

    private const int Refused = -2;
    private const int LongestHeading = 120;

    // A page lost between two articles leaves no more of them out.
    private const int MostLeftOut = 8;

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
            return marker.Kind switch
            {
                // An article of another document, quoted or noted below a part.
                MarkerKind.Article when marker.Last > 1 && _stack.Exists(e => e.Kind is not (MarkerKind.Part or MarkerKind.Chapter)) =>
                    Refused,
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
        if (marker.Kind is MarkerKind.Letter or MarkerKind.ArabicParen or MarkerKind.Bracketed && marker.Last == 1)
            return DeeperThan(same) ? -1 : same;
        if (marker.Kind is MarkerKind.Article && marker.Last > _stack[same].Number + MostLeftOut)
            return Refused;
        // A number printed twice: in a picture nothing is bold, and the heading would be lost.
        if (
            recognised
            && marker.Kind is MarkerKind.Roman
            && marker.Last == _stack[same].Number
            && same < _stack.Count - 1
            && paragraph.Text.Length < LongestHeading
        )
            return same;
        return
            marker.Last == 1
            || marker.Last > _stack[same].Number
            || marker.Kind is MarkerKind.Upper
            || paragraph.Formatted
            || marker.Kind is MarkerKind.Roman && paragraph.SetOff
            ? same
            : Refused;
    }

    private static bool Follows(Marker marker, int number) =>
        marker.Kind is MarkerKind.Letter or MarkerKind.Upper ? Marker.LetterFollows(number, marker.Last) : number + 1 == marker.Last;

    private bool DeeperThan(int index) => index < _stack.Count - 1 && _stack[^1].Kind is MarkerKind.Arabic;

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

    private int LastOf(MarkerKind kind)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
            if (_stack[i].Kind == kind)
                return _stack[i].Number;
        return 0;
    }

    // A lone "C." or "D." inside running lists of roman parts is text (an initial), unless letters stand above.
    private bool IsRomanHere(Marker marker) =>
        marker.Last > 1 && !Marker.LetterFollows(LastOf(MarkerKind.Upper), marker.Last) && LastOf(MarkerKind.Upper) == 0;

    private bool PlacePath(Marker marker)
    {
        var at = _stack.FindIndex(e => e.Kind is MarkerKind.Roman);
        if (at < 0 || _stack[at].Number != marker.Numbers[0])
            return Push(at < 0 ? _stack.Count : at, MarkerKind.Roman, marker.Numbers[0], marker.Label);
        Cut(at + 1);
        for (var i = 1; i < marker.Numbers.Length; i++)
            _stack.Add(new(MarkerKind.Arabic, marker.Numbers[i], Text(marker.Numbers[i]), null, i - 1));
        return true;
    }

    private bool PlaceArabic(Marker marker, Paragraph paragraph)
    {
        var numbers = marker.Numbers;
        if (numbers.Length == 1)
            return PlaceSingle(numbers[0], paragraph);
        var first = _stack.FindIndex(e => e.Kind is MarkerKind.Arabic);
        var keep = first;
        if (first >= 0)
        {
            for (var level = 0; level < numbers.Length - 1; level++)
            {
                if (keep >= _stack.Count || _stack[keep].Kind is not MarkerKind.Arabic || _stack[keep].Number != numbers[level])
                    break;
                keep++;
            }
            Cut(keep);
        }
        else
            keep = first = ContainerEnd();
        Cut(keep);
        for (var level = keep - first; level < numbers.Length; level++)
            _stack.Add(new(MarkerKind.Arabic, numbers[level], Text(numbers[level]), null, level));
        return true;
    }

    // Dotted numbers stand under parts, never under letters.
    private int ContainerEnd()
    {
        var end = _stack.Count;
        while (end > 0 && _stack[end - 1].Kind is MarkerKind.Letter or MarkerKind.ArabicParen or MarkerKind.Bracketed)
            end--;
        return end;
    }

    // A number printed alone follows another printed alone; dotted ones below it are left behind.
    private bool PlaceSingle(int number, Paragraph paragraph)
    {
        var same = -1;
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            if (_stack[i].Kind is not MarkerKind.Arabic || _stack[i].Level > 0)
                continue;
            if (_stack[i].Number + 1 == number)
                return Push(i, MarkerKind.Arabic, number, Text(number));
            if (same < 0)
                same = i;
        }
        if (same < 0)
            return (number <= 3 || paragraph.Formatted) && Push(_stack.Count, MarkerKind.Arabic, number, Text(number));
        // A list that begins again stands deeper, but no document goes on so for ever.
        if (number == 1)
            return Push(
                _stack.Count(e => e.Kind is MarkerKind.Arabic && e.Level == 0) > 2 ? same : _stack.Count,
                MarkerKind.Arabic,
                1,
                "1"
            );
        return (paragraph.Formatted || (number > _stack[same].Number && number <= _stack[same].Number + 3))
            && Push(same, MarkerKind.Arabic, number, Text(number));
    }

    private bool Push(int at, MarkerKind kind, int number, string label, int level = 0)
    {
        Cut(at);
        _stack.Add(new(kind, number, label, null, level));
        return true;
    }

    private void Cut(int length)
    {
        if (length < _stack.Count)
            _stack.RemoveRange(length, _stack.Count - length);
    }

    private static string Lower(string label) => label.ToLowerInvariant();

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
