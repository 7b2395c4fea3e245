using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Html;

/// <summary>Texts and blocks as HTML.</summary>
internal static class Markup
{
    // The default encoder would turn every Vietnamese letter into a number.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Our interpolated pieces are all texts: no culture can change them.
    public static StringBuilder Add(this StringBuilder html, string piece) => html.Append(piece);

    public static string Encode(string text) => Encoder.Encode(((RichText)text).Plain.Replace('\n', ' '));

    public static string Of(RichText text)
    {
        var html = new StringBuilder();
        foreach (var span in text.Spans)
        {
            var inner = string.Join("<br>", span.Text.Split('\n').Select(l => Encoder.Encode(l)));
            if (span.Italic)
                inner = $"<em>{inner}</em>";
            if (span.Bold)
                inner = $"<strong>{inner}</strong>";
            html.Append(inner);
        }
        return html.ToString();
    }

    public static void Blocks(StringBuilder html, IReadOnlyList<Block> blocks, HeadingLevels levels)
    {
        foreach (var block in blocks)
            html.Append(
                block switch
                {
                    HeadingBlock h => Heading(h, Math.Min(6, levels.Level(h.Kind))),
                    TextBlock t => $"<p>{(t.Label is null ? "" : Encode(t.Label) + " ")}{Of(t.Text)}</p>\n",
                    BulletBlock b => $"<p class=\"item\">{(b.Level == 0 ? "- " : "+ ")}{Of(b.Text)}</p>\n",
                    TableBlock t => Table(t),
                    _ => throw new InvalidOperationException(block.GetType().Name),
                }
            );
    }

    private static string Heading(HeadingBlock h, int level)
    {
        var tag = "h" + level.ToString(CultureInfo.InvariantCulture);
        return h.Kind switch
        {
            HeadingKind.Part or HeadingKind.Chapter or HeadingKind.Section or HeadingKind.Subsection =>
                $"<{tag} class=\"centred\">{Encode(h.Label)}{(h.Title.IsEmpty ? "" : "<br>" + Encode(OfficialText.Upper(h.Title.Plain)))}</{tag}>\n",
            HeadingKind.Roman => $"<{tag}>{Encode(h.Label)} {Encode(OfficialText.Upper(h.Title.Plain))}</{tag}>\n",
            _ => $"<{tag}>{Encode(h.Label)} {Of(h.Title)}</{tag}>\n",
        };
    }

    private static string Table(TableBlock table)
    {
        var html = new StringBuilder("<div class=\"scroll\" role=\"region\" tabindex=\"0\"").Add(
            $" aria-label=\"{Encode(table.Caption ?? "Bảng số liệu")}\"><table>\n<thead><tr>"
        );
        foreach (var column in table.Columns)
            html.Append("<th scope=\"col\">").Append(Of(column.Header)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                html.Append(
                        table.Columns[i].Align switch
                        {
                            CellAlign.Centre => "<td class=\"c\">",
                            CellAlign.Right => "<td class=\"r\">",
                            _ => "<td>",
                        }
                    )
                    .Append(Of(row[i]))
                    .Append("</td>");
            html.Append("</tr>\n");
        }
        return html.Append("</tbody>\n</table></div>\n").ToString();
    }
}
