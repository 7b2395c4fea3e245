namespace ThiDua.Measures;

/// <summary>A mistake in the definitions of a pack.</summary>
public enum DefinitionError
{
    DuplicateCode,

    /// <summary>A scale outside 0 to 6, or a factor below 1.</summary>
    OutOfRange,

    /// <summary>A ratio without numerator or denominator, or a change without an indicator to compare.</summary>
    MissingPart,

    /// <summary>A part, or the ceiling of a reach, that no definition has the code of.</summary>
    UnknownPart,

    /// <summary>A part that in the end is made of itself.</summary>
    Circular,

    /// <summary>The ceiling of a reach is no stock, or has another scale.</summary>
    CeilingNotStock,
}

/// <summary>The indicators of a pack, checked: every part exists and none is made of itself.</summary>
public sealed class Definitions
{
    private readonly Dictionary<string, IndicatorDefinition> byCode;

    /// <exception cref="ArgumentException"><see cref="Check"/> finds a mistake.</exception>
    public Definitions(IEnumerable<IndicatorDefinition> definitions)
    {
        var all = definitions.ToArray();
        if (Check(all) is [var (code, error), ..])
        {
            throw new ArgumentException($"Indicator {code}: {error}.", nameof(definitions));
        }

        byCode = all.ToDictionary(d => d.Code, StringComparer.Ordinal);
    }

    /// <exception cref="KeyNotFoundException">No indicator has the code.</exception>
    public IndicatorDefinition this[string code] => byCode[code];

    public IEnumerable<IndicatorDefinition> All => byCode.Values;

    /// <summary>The mistakes, each with the code of the indicator that makes it; empty when there are none.</summary>
    public static IReadOnlyList<(string Code, DefinitionError Error)> Check(IReadOnlyList<IndicatorDefinition> definitions)
    {
        var lookup = definitions.ToLookup(d => d.Code, StringComparer.Ordinal);
        var repeated = lookup.Where(g => g.Count() > 1).Select(g => (g.Key, DefinitionError.DuplicateCode));
        var own = definitions
            .Select(d => (d.Code, Error: Mistake(d, lookup)))
            .Where(m => m.Error is not null)
            .Select(m => (m.Code, m.Error!.Value));
        return [.. repeated, .. own];
    }

    /// <summary>The indicators with facts that a value of this one is made of: itself, or its parts'.</summary>
    public IEnumerable<string> Leaves(string code) =>
        this[code].HasFacts ? [code] : Parts(this[code]).SelectMany(Leaves).Distinct(StringComparer.Ordinal);

    /// <summary>The indicators whose totals a page must load to judge this one: its leaves, and the stocks that bound reach.</summary>
    public IEnumerable<string> Needed(string code) =>
        Leaves(code).SelectMany(leaf => this[leaf].Ceiling is { } stock ? new[] { leaf, stock } : [leaf]).Distinct(StringComparer.Ordinal);

    private static DefinitionError? Mistake(IndicatorDefinition definition, ILookup<string, IndicatorDefinition> all)
    {
        var parts = Parts(definition).ToArray();
        var wanted = definition.Kind switch
        {
            IndicatorKind.Ratio => 2,
            IndicatorKind.Change => 1,
            _ => 0,
        };
        if (definition.Scale is < 0 or > 6 || definition.Factor < 1)
        {
            return DefinitionError.OutOfRange;
        }

        if (parts.Length < wanted)
        {
            return DefinitionError.MissingPart;
        }

        if (parts.Append(definition.Ceiling ?? definition.Code).Any(p => !all.Contains(p)))
        {
            return DefinitionError.UnknownPart;
        }

        if (
            definition.Ceiling is { } code
            && all[code].First() is var ceiling
            && (ceiling.Kind != IndicatorKind.Stock || ceiling.Scale != definition.Scale)
        )
        {
            return DefinitionError.CeilingNotStock;
        }

        return Reaches(definition.Code, definition, all, []) ? DefinitionError.Circular : null;
    }

    private static bool Reaches(string code, IndicatorDefinition from, ILookup<string, IndicatorDefinition> all, HashSet<string> seen) =>
        Parts(from).Any(p => p == code || (seen.Add(p) && all[p].Any(d => Reaches(code, d, all, seen))));

    private static IEnumerable<string> Parts(IndicatorDefinition definition) =>
        (
            definition.Kind switch
            {
                IndicatorKind.Ratio => [definition.Numerator, definition.Denominator],
                IndicatorKind.Change => new[] { definition.Of },
                _ => [],
            }
        ).OfType<string>();
}
