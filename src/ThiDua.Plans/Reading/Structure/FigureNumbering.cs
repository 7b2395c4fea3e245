using System.Globalization;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Places marks in figures, whose paths may be printed whole: "2.1." below "2.", "I.1." below "I.".</summary>
internal sealed class FigureNumbering(NumberStack stack)
{
    public bool Path(Marker marker)
    {
        var at = stack.FindIndex(e => e.Kind is MarkerKind.Roman);
        if (at < 0 || stack[at].Number != marker.Numbers[0])
            return Push(at < 0 ? stack.Count : at, MarkerKind.Roman, marker.Numbers[0], marker.Label);
        stack.Cut(at + 1);
        for (var i = 1; i < marker.Numbers.Length; i++)
            stack.Add(new(MarkerKind.Arabic, marker.Numbers[i], Label(marker.Numbers[i]), null, i - 1));
        return true;
    }

    public bool Place(Marker marker, Paragraph paragraph)
    {
        var numbers = marker.Numbers;
        if (numbers.Length == 1)
            return Single(numbers[0], paragraph);
        var first = stack.FindIndex(e => e.Kind is MarkerKind.Arabic);
        var keep = first;
        if (first >= 0)
        {
            for (var level = 0; level < numbers.Length - 1; level++)
            {
                if (keep >= stack.Count || stack[keep].Kind is not MarkerKind.Arabic || stack[keep].Number != numbers[level])
                    break;
                keep++;
            }
            stack.Cut(keep);
        }
        else
            keep = first = ContainerEnd();
        stack.Cut(keep);
        for (var level = keep - first; level < numbers.Length; level++)
            stack.Add(new(MarkerKind.Arabic, numbers[level], Label(numbers[level]), null, level));
        return true;
    }

    // Dotted numbers stand under parts, never under letters.
    private int ContainerEnd()
    {
        var end = stack.Count;
        while (end > 0 && stack[end - 1].Kind is MarkerKind.Letter or MarkerKind.ArabicParen or MarkerKind.Bracketed)
            end--;
        return end;
    }

    // A number printed alone follows another printed alone; dotted ones below it are left behind.
    private bool Single(int number, Paragraph paragraph)
    {
        var same = -1;
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (stack[i].Kind is not MarkerKind.Arabic || stack[i].Level > 0)
                continue;
            if (stack[i].Number + 1 == number)
                return Push(i, MarkerKind.Arabic, number, Label(number));
            if (same < 0)
                same = i;
        }
        if (same < 0)
            return (number <= 3 || paragraph.Formatted) && Push(stack.Count, MarkerKind.Arabic, number, Label(number));
        // A list that begins again stands deeper, but no document goes on so for ever.
        if (number == 1)
            return Push(OpenLists() > 2 ? same : stack.Count, MarkerKind.Arabic, 1, "1");
        return (paragraph.Formatted || (number > stack[same].Number && number <= stack[same].Number + 3))
            && Push(same, MarkerKind.Arabic, number, Label(number));
    }

    private int OpenLists()
    {
        var lists = 0;
        for (var i = 0; i < stack.Count; i++)
            lists += stack[i] is { Kind: MarkerKind.Arabic, Level: 0 } ? 1 : 0;
        return lists;
    }

    private bool Push(int at, MarkerKind kind, int number, string label)
    {
        stack.Put(at, new(kind, number, label, null));
        return true;
    }

    private static string Label(int number) => number.ToString(CultureInfo.InvariantCulture);
}
