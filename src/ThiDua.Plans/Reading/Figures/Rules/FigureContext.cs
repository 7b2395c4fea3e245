using ThiDua.Plans.Reading.Structure;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>A figure where it stands.</summary>
/// <param name="Kind">What its section is for.</param>
/// <param name="Counted">The figure before it in the clause that sets a target.</param>
/// <param name="Year">The campaign's.</param>
internal sealed record FigureContext(
    Words Words,
    Figure Figure,
    TextRange Clause,
    SectionKind Kind,
    Figure? Counted = null,
    int? Year = null
)
{
    private const int LongestBracket = 300;

    public bool IsShare => Figure.IsShare;

    public bool AmongTargets => Kind is SectionKind.Targets;

    /// <summary>The word before the figure and its comparator; -1 where none stands.</summary>
    public int Before => Words.At(Figure.Start) - 1;

    /// <summary>The word behind its number.</summary>
    public int Noun => Words.AfterNumber(Figure.Word);

    public int FirstOfClause => Words.At(Clause.Start);

    /// <summary>What it counts is a thing known to be counted.</summary>
    public bool CountsThing => UnitNouns.Length(Words, Noun) > 0;

    public bool ClauseHas(Phrases<bool> phrases) => Words.HasAny(Clause, phrases);

    /// <summary>One of the phrases begins within so many words before the number.</summary>
    public bool Near(Phrases<bool> phrases, int reach = 8) => Words.HasNear(Figure.Word, phrases, reach);

    public bool Bracketed => InBrackets(Math.Max(0, Figure.NumberStart - LongestBracket));

    public bool BracketedInClause => InBrackets(Clause.Start);

    /// <summary>A bracket that opens at or behind this offset is still open where the number stands.</summary>
    public bool InBrackets(int from)
    {
        for (var i = Figure.NumberStart - 1; i >= from; i--)
        {
            if (Words.Folded[i] is ')')
                return false;
            if (Words.Folded[i] is '(')
                return true;
        }
        return false;
    }

    /// <summary>The text of the figure without its comparator.</summary>
    public ReadOnlySpan<char> Written => Words.Text.AsSpan(Figure.NumberStart, Figure.End - Figure.NumberStart);
}
