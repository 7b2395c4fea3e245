using System.Text;

namespace ThiDua.Plans.Source.Docx;

/// <summary>
/// Counts the automatic numbers of a document as Word does: lists of one definition share their counters, an instance with start overrides
/// restarts them at its first use, and using a level restarts the deeper ones.
/// </summary>
internal sealed class ListCounter(DocxNumbering numbering, DocxStyles styles)
{
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<int> _begun = [];

    // Word picks the alphabet of lettered lists by language. A document that names none is read as what it is here: Vietnamese.
    private readonly bool _vietnamese = styles.Language?.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ?? true;

    /// <summary>The label of the next paragraph of this list and level; null where the list is unknown or prints nothing.</summary>
    public string? Next(int numId, int? level, string? paragraphStyle)
    {
        if (numbering.Find(numId) is not { } instance || numbering.Definition(instance, styles) is not var (id, definition))
        {
            return null;
        }
        var at = Math.Clamp(level ?? LevelOfStyle(definition, paragraphStyle), 0, DocxNumbering.Levels - 1);
        if (!_counts.TryGetValue(id, out var counts))
        {
            _counts[id] = counts = new int?[DocxNumbering.Levels];
        }
        Begin(numId, instance, counts);
        var shape = Shape(instance, definition, at);
        counts[at] = counts[at] is { } last ? (last == int.MaxValue ? last : last + 1) : Start(instance, definition, at);
        RestartDeeper(instance, definition, counts, at);
        return shape is null || shape.Hidden ? null : Print(instance, definition, counts, at, shape);
    }

    private void Begin(int numId, ListInstance instance, int?[] counts)
    {
        if (instance.Starts is null || !_begun.Add(numId))
        {
            return;
        }
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = instance.Starts[i] is null ? counts[i] : null;
        }
    }

    private static int LevelOfStyle(ListDefinition definition, string? style)
    {
        for (var i = 0; style is not null && i < definition.Levels.Length; i++)
        {
            if (definition.Levels[i]?.ParagraphStyle == style)
            {
                return i;
            }
        }
        return 0;
    }

    private static ListLevel? Shape(ListInstance instance, ListDefinition definition, int level) =>
        instance.Overrides?[level] ?? definition.Levels[level];

    private static int Start(ListInstance instance, ListDefinition definition, int level) =>
        instance.Starts?[level] ?? Shape(instance, definition, level)?.Start ?? 1;

    private static void RestartDeeper(ListInstance instance, ListDefinition definition, int?[] counts, int at)
    {
        for (var deeper = at + 1; deeper < counts.Length; deeper++)
        {
            var restart = Shape(instance, definition, deeper)?.Restart;
            if (restart is null || at < restart)
            {
                counts[deeper] = null;
            }
        }
    }

    private string Print(ListInstance instance, ListDefinition definition, int?[] counts, int at, ListLevel shape)
    {
        if (shape.Format == "bullet")
        {
            return Bullet(shape.Text);
        }
        var label = new StringBuilder(shape.Text.Length + 8);
        for (var i = 0; i < shape.Text.Length && label.Length < 100; i++)
        {
            if (shape.Text[i] == '%' && i + 1 < shape.Text.Length && shape.Text[i + 1] is >= '1' and <= '9')
            {
                var level = shape.Text[++i] - '1';
                var format = shape.Legal ? "decimal" : Shape(instance, definition, level)?.Format ?? "decimal";
                label.Append(
                    NumberFormat.Print(
                        counts[level] ?? Start(instance, definition, level),
                        format,
                        IsVietnamese(instance, definition, level)
                    )
                );
                continue;
            }
            label.Append(shape.Text[i]);
        }
        return Text.Clean.Line(label.ToString()).Trim();
    }

    private bool IsVietnamese(ListInstance instance, ListDefinition definition, int level) =>
        Shape(instance, definition, level)?.Language?.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ?? _vietnamese;

    // Bullets of the Symbol and Wingdings fonts are private characters that only those fonts draw.
    private static string Bullet(string text) =>
        text.Trim() switch
        {
            "" => "",
            ['-' or '–' or '—' or '\u2212' or '\uF02D', ..] => "-",
            ['+' or '*', ..] mark => mark[..1],
            _ => "•",
        };
}
