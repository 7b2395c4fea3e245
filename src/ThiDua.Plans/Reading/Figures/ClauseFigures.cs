using ThiDua.Plans.Reading.Figures.Rules;
using ThiDua.Plans.Reading.Structure;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>The figures of one clause that set targets, each with the part of the clause that is its own.</summary>
internal static class ClauseFigures
{
    public static List<(Figure Figure, TextRange Part)> Of(
        Words words,
        TextRange clause,
        IEnumerable<Figure> figures,
        SectionKind kind,
        int? year
    )
    {
        var found = new List<Figure>();
        foreach (var figure in figures)
            if (FigureRules.Count(new(words, figure, clause, kind, found.LastOrDefault(), year)))
                found.Add(figure);
        found = QualifierRules.Without(found, words, clause);
        for (var i = 1; i < found.Count; i++)
            if (SharesComparator(words, found[i - 1], found[i]))
                found[i] = found[i] with { Comparator = found[i - 1].Comparator, Explicit = true };
        return Parts(words, clause, found);
    }

    private static List<(Figure, TextRange)> Parts(Words words, TextRange clause, List<Figure> figures)
    {
        var parts = new List<(Figure, TextRange)>();
        for (var i = 0; i < figures.Count; i++)
        {
            var from = i == 0 ? clause.Start : Boundary(words, figures[i - 1].End, figures[i].Start);
            var to = i + 1 < figures.Count ? Boundary(words, figures[i].End, figures[i + 1].Start) : clause.End;
            parts.Add((figures[i], new(from, to)));
        }
        return parts;
    }

    // "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ": one word for both, where the second stands right behind the comma.
    private static bool SharesComparator(Words words, Figure first, Figure second) =>
        first is { Explicit: true, Comparator: ">=", Upper: null }
        && second is { Explicit: false, About: false }
        && !(second is { Unit: "%", Value: 100 })
        && (first.Unit is "%") == (second.Unit is "%")
        && second.Word > 0
        && (words.Gap(second.Word - 1).Trim() is "," || words.Is(second.Word - 1, "va") && words.Touches(second.Word - 1));

    // Between two figures of one clause the comma, "và" or "trong đó" before the second parts them.
    private static int Boundary(Words words, int end, int next)
    {
        var length = Math.Max(0, next - end);
        var within = words.Folded.IndexOf("trong do", end, length, StringComparison.Ordinal);
        if (within >= 0)
            return within;
        var comma = words.Folded.IndexOf(',', end, length);
        if (comma >= 0)
            return comma + 1;
        var and = words.Folded.IndexOf(" va ", end, length, StringComparison.Ordinal);
        return and >= 0 ? and + 4 : Math.Max(end, next);
    }
}
