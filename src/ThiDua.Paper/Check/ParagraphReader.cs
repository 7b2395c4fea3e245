using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Check;

/// <summary>Makes a <see cref="Para"/> of a paragraph of the file.</summary>
internal sealed class ParagraphReader(Formats formats)
{
    private readonly Dictionary<Table, (int Number, bool Ruled)> _tables = [];
    private readonly Dictionary<TableRow, int> _rows = [];

    public Para Read(Paragraph p, int index)
    {
        var properties = formats.OfParagraph(p);
        var pieces = p.Descendants<Run>().Where(r => r.Ancestors<Paragraph>().First() == p).Select(r => Piece(r, p)).ToList();
        var spacing = properties.Select(x => x.GetFirstChild<SpacingBetweenLines>()).OfType<SpacingBetweenLines>().ToList();
        var indents = properties.Select(x => x.GetFirstChild<Indentation>()).OfType<Indentation>().ToList();
        var (table, row, column, ruled) = Place(p);
        var first = indents.FirstOrDefault(i => i.FirstLine is not null || i.Hanging is not null);
        var exact = spacing.FirstOrDefault(s => s.LineRule is not null)?.LineRule?.Value is { } rule && rule != LineSpacingRuleValues.Auto;
        var line = Number(spacing.FirstOrDefault(s => s.Line is not null)?.Line?.Value, 240);
        return new(
            index,
            string.Concat(pieces.Select(x => x.Text)).Trim(),
            pieces,
            Alignment(properties),
            Millimetres.FromTwips(Number(first?.FirstLine?.Value, 0) - Number(first?.Hanging?.Value, 0)),
            Number(spacing.FirstOrDefault(s => s.Before is not null)?.Before?.Value, 0) / 20,
            Number(spacing.FirstOrDefault(s => s.After is not null)?.After?.Value, 0) / 20,
            exact ? line / 20 : line / 240,
            !exact,
            HasRule(p, properties),
            properties.Any(x => x.GetFirstChild<NumberingProperties>() is not null),
            table,
            row,
            column,
            ruled
        );
    }

    private Piece Piece(Run run, Paragraph p)
    {
        var properties = formats.OfRun(run, p);
        var size = properties.Select(x => x.GetFirstChild<FontSize>()?.Val?.Value).FirstOrDefault(v => v is not null);
        var colour = properties.Select(x => x.GetFirstChild<Color>()?.Val?.Value).FirstOrDefault(v => v is not null);
        return new(
            Text(run),
            formats.Font(properties),
            Number(size, 20) / 2,
            On<Bold>(properties),
            On<Italic>(properties),
            On<Caps>(properties),
            colour is "auto" ? null : colour
        );
    }

    private static bool On<T>(List<OpenXmlElement> properties)
        where T : OnOffType =>
        properties.Select(x => x.GetFirstChild<T>()).FirstOrDefault(x => x is not null) is { } found
        && (found.Val is null || found.Val.Value);

    private static string Text(Run run) =>
        string.Concat(
            run.ChildElements.Select(c =>
                c switch
                {
                    DocumentFormat.OpenXml.Wordprocessing.Text t => t.Text.Normalize(),
                    TabChar or Break => " ",
                    NoBreakHyphen => "-",
                    _ => "",
                }
            )
        );

    private static Align Alignment(List<OpenXmlElement> properties)
    {
        var value = properties.Select(x => x.GetFirstChild<Justification>()?.Val?.Value).FirstOrDefault(v => v is not null);
        if (value == JustificationValues.Center)
            return Align.Centre;
        if (value == JustificationValues.Both)
            return Align.Both;
        return value == JustificationValues.Right || value == JustificationValues.End ? Align.Right : Align.Left;
    }

    private static bool HasRule(Paragraph p, List<OpenXmlElement> properties) =>
        properties.Any(x => x.GetFirstChild<ParagraphBorders>() is { } b && (Drawn(b.TopBorder) || Drawn(b.BottomBorder)))
        || p.Descendants<Drawing>().Any()
        || p.Descendants<Picture>().Any()
        || p.Descendants<EmbeddedObject>().Any()
        || (p.InnerText.Trim() is { Length: > 2 } text && text.All(c => c is '_' or '─' or '-' or '—'))
        || p.Descendants<Underline>().Any(u => u.Val?.Value == UnderlineValues.Single);

    private static bool Drawn(BorderType? border) => border?.Val?.Value is { } v && v != BorderValues.None && v != BorderValues.Nil;

    private (int Table, int Row, int Column, bool Ruled) Place(Paragraph p)
    {
        if (p.Ancestors<TableCell>().FirstOrDefault() is not { Parent: TableRow row } cell || row.Parent is not Table table)
            return (-1, -1, -1, false);
        if (!_tables.TryGetValue(table, out var known))
        {
            _tables[table] = known = (_tables.Count, Ruled(table));
            foreach (var (r, i) in table.Elements<TableRow>().Select((r, i) => (r, i)))
                _rows[r] = i;
        }
        return (known.Number, _rows[row], row.Elements<TableCell>().TakeWhile(c => c != cell).Count(), known.Ruled);
    }

    private static bool Ruled(Table table)
    {
        var properties = table.GetFirstChild<TableProperties>();
        if (properties?.TableBorders is { } borders)
            return borders.Elements<BorderType>().Any(Drawn);
        return properties?.TableStyle?.Val?.Value is not (null or "TableNormal");
    }

    private static double Number(string? text, double missing) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : text is null ? missing
        : 0;
}
