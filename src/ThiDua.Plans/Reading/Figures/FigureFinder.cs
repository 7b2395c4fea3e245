using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures.Rules;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Finds figures in a paragraph: "ít nhất 05%", "từ 13 đến 13,5 %", "không quá 02 vụ", "từ 95% trở lên", "2/3 số hộ".</summary>
internal sealed class FigureFinder
{
    private readonly Words _words;
    private readonly int _from;
    private readonly List<Figure> _figures = [];

    // What the next figure is raised or lowered from.
    private Change? _change;

    private FigureFinder(Words words, int from) => (_words, _from) = (words, from);

    /// <param name="from">Where the text behind the paragraph's mark begins: "2- 100%" is no range.</param>
    public static List<Figure> In(Words words, int from = 0)
    {
        var finder = new FigureFinder(words, from);
        for (var i = words.At(from); i < words.Count; i++)
            if (finder.IsNext(i))
                i = Math.Max(i, finder.Read(i));
        return finder._figures;
    }

    private bool IsNext(int i) =>
        (_words.IsNumber(i) || FigureNumber.Spoken(_words, i) is not null || Shares.At(_words, i) is not null)
        && !(i > 0 && _words.Start(i - 1) >= _from && _words.IsNumber(i - 1) && IsSecondHalf(i));

    // "13,5", "1.200".
    private bool IsSecondHalf(int i) => _words.Gap(i - 1) is "." or "," && _words.Start(i) == _words.End(i - 1) + 1;

    /// <summary>Reads what begins at this word; returns its last word.</summary>
    private int Read(int at)
    {
        if (Shares.At(_words, at) is { } share)
            return Add(
                at,
                new(share.PerCent, share.Last, _words.End(share.Last), false, FigureForm.Share),
                null,
                ("%", _words.End(share.Last))
            );
        if ((FigureNumber.Spoken(_words, at) ?? FigureNumber.At(_words, at)) is not { } first)
            return at;
        // What has a per cent sign is no name: "giao thông từ 5%" holds no "Thông tư 5".
        if (!first.Percent && NumberRules.Any(NumberRules.Names, _words, at, first))
            return EndOfName(_words.Touches(at) && _words.IsNumber(at + 1) ? at : first.Last);
        var upper = Range(first);
        if (upper is null && IsStroke(first))
            return Fraction(at, first);
        var last = (upper ?? first).Last;
        if (NumberRules.Any(NumberRules.Bases, _words, at, first))
            return last;
        if (upper is null && Change.From(_words, at, first) is { } change)
        {
            _change = change;
            return change.Word;
        }
        return FigureUnits.After(_words, upper ?? first) is { } unit ? Add(at, first, upper, unit) : last;
    }

    private int Add(int at, FigureNumber number, FigureNumber? upper, (string Text, int End) unit)
    {
        var before = Comparators.Before(_words, at, _figures.Count > 0 ? _figures[^1].End : 0);
        var after = upper is null ? Comparators.After(_words, unit.End) : null;
        var change = _change is not null && _change.LeadsTo(at) ? _change : null;
        var comparator = upper is not null ? ">=" : (after ?? before?.Comparator)?.Sign ?? (change is { Down: true } ? "<=" : null);
        _change = null;
        _figures.Add(
            new(
                change?.Start ?? before?.Start ?? _words.Start(at),
                _words.Start(at),
                unit.End,
                at,
                comparator is null or Comparators.About ? "=" : comparator,
                number.Value,
                upper?.Value,
                unit.Text,
                comparator is not null,
                change is not null ? FigureForm.Changed
                    : upper is not null ? FigureForm.Range
                    : number.Form
            )
            {
                About = before?.Comparator.Sign is Comparators.About,
                Change = change,
            }
        );
        return Math.Max((upper ?? number).Last, _words.At(unit.End) - 1);
    }

    private int EndOfName(int last)
    {
        while (
            last + 1 < _words.Count
            && _words.IsNumber(last + 1)
            && (
                _words.Gap(last) is "/" or "-" or "."
                || _words.Gap(last) is ", " && _words.Is(last - 1, "khoi") && UnitNouns.Length(_words, last + 2) == 0
            )
        )
            last++;
        return last;
    }

    // "từ 13 đến 13,5 %", "5 - 7%", "5% đến 7%".
    private FigureNumber? Range(FigureNumber first)
    {
        var text = _words.Folded;
        var i = WrittenDates.Blank(text, FigureNumber.PercentAt(text, first.End) ?? first.End);
        if (i >= text.Length)
            return null;
        int next;
        if (text[i] is '-')
            next = WrittenDates.Blank(text, i + 1);
        else if (text.AsSpan(i).StartsWith("den ", StringComparison.Ordinal))
            next = WrittenDates.Blank(text, i + 4);
        else
            return null;
        if (next >= text.Length || !char.IsAsciiDigit(text[next]))
            return null;
        if (FigureNumber.At(_words, _words.At(next)) is not { } second || second.Value <= first.Value)
            return null;
        return first.Percent && !second.Percent ? null : second;
    }

    private bool IsStroke(FigureNumber first) =>
        _words.Folded.AsSpan(first.End).StartsWith("/", StringComparison.Ordinal) && _words.IsNumber(first.Last + 1);

    // "19/19 tiêu chí", "12/12 ấp": the first number counts.
    private int Fraction(int at, FigureNumber first)
    {
        if (FigureNumber.At(_words, first.Last + 1) is not { } whole)
            return first.Last + 1;
        if (FigureUnits.After(_words, whole) is not { } unit || unit.Text == "%" || first.Value > whole.Value)
            return whole.Last;
        var before = Comparators.Before(_words, at, 0);
        _figures.Add(
            new(
                before?.Start ?? _words.Start(at),
                _words.Start(at),
                unit.End,
                at,
                before?.Comparator.Sign is null or Comparators.About ? "=" : before.Value.Comparator.Sign,
                first.Value,
                null,
                unit.Text,
                before is not null,
                FigureForm.SoManyOf
            )
        );
        return Math.Max(whole.Last, _words.At(unit.End) - 1);
    }
}
