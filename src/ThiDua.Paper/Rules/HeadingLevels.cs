namespace ThiDua.Paper.Rules;

/// <summary>
/// Outline levels without gaps: a decision that has articles but no chapters starts at level 1. Programs for the blind
/// move by these levels.
/// </summary>
internal sealed class HeadingLevels
{
    private readonly Dictionary<HeadingKind, int> _levels;

    private HeadingLevels(Dictionary<HeadingKind, int> levels) => _levels = levels;

    public static HeadingLevels Of(IEnumerable<Block> blocks, int above = 0) =>
        new(
            blocks
                .OfType<HeadingBlock>()
                .Select(h => h.Kind)
                .Distinct()
                .Order()
                .Select((kind, i) => (kind, i))
                .ToDictionary(x => x.kind, x => Math.Min(9, x.i + 1 + above))
        );

    public int Level(HeadingKind kind) => _levels[kind];
}
