namespace ThiDua.Plans.Reading.Structure;

/// <summary>Finds the sections of a document from the marks at the start of its paragraphs.</summary>
internal sealed class Outline(bool recognised)
{
    private readonly Numbering _numbers = new(recognised);
    private readonly List<OutlineNode> _nodes = [];
    private bool _form;

    // Within a table whose cells came as lines: its first head is "TT".
    private bool _table;

    /// <param name="recognised">The text comes from a picture.</param>
    public static List<OutlineNode> Read(List<Paragraph> paragraphs, int appendixFromLine, bool recognised = false)
    {
        var outline = new Outline(recognised);
        var appendix = false;
        var quoted = -1;
        var second =
            paragraphs.FindIndex(p => p.Marker.Kind is MarkerKind.Roman) is >= 0 and var first && paragraphs[first].Marker.Last == 2
                ? first
                : -1;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (!appendix && paragraph.Lines.First >= appendixFromLine)
            {
                appendix = true;
                outline._numbers.Clear();
            }
            if (i > quoted)
                quoted = Amendments.End(paragraphs, i);
            outline.Add(
                paragraph,
                recognised ? Restored(paragraphs, i, second) : paragraph.Marker,
                i + 1 < paragraphs.Count ? paragraphs[i + 1] : null,
                appendix,
                i <= quoted,
                Counts(paragraphs, i)
            );
        }
        CloseLines(paragraphs);
        Shorten(outline._nodes);
        return outline._nodes;
    }

    // What recognising left of a mark, by those that follow: "đ)" before another "đ)" is "d)", "1. MỤC ĐÍCH" before "II." is "I.".
    /// <param name="second">Where the first part of the document that has a number stands, if that is "II."; else -1.</param>
    private static Marker Restored(List<Paragraph> paragraphs, int at, int second)
    {
        var marker = paragraphs[at].Marker;
        if (marker is { Kind: MarkerKind.Letter, Label: "đ" })
        {
            for (var i = at + 1; i < paragraphs.Count && i < at + Near; i++)
                if (paragraphs[i].Marker.Numbered)
                    return paragraphs[i].Marker is { Kind: MarkerKind.Letter, Label: "đ" }
                        ? marker with
                        {
                            Label = "d",
                            Numbers = [Marker.Alphabet.IndexOf('d', StringComparison.Ordinal) + 1],
                        }
                        : marker;
        }
        return at < second && marker is { Kind: MarkerKind.Arabic, Label: "1" } && paragraphs[at].OpensInCapitals
            ? marker with
            {
                Kind = MarkerKind.Roman,
                Label = "I",
            }
            : marker;
    }

    private const int Near = 40;

    // "i." is the first of small roman numbers where "ii." is the next mark of such a kind.
    private static bool Counts(List<Paragraph> paragraphs, int at)
    {
        if (paragraphs[at].Marker is not { Kind: MarkerKind.Letter, Label: "i" })
            return false;
        for (var i = at + 1; i < paragraphs.Count && i < at + 20; i++)
            if (paragraphs[i].Marker.Kind is MarkerKind.Letter or MarkerKind.SmallRoman)
                return paragraphs[i].Marker is { Kind: MarkerKind.SmallRoman, Last: 2 };
        return false;
    }

    private void Add(Paragraph paragraph, Marker marker, Paragraph? next, bool appendix, bool quoted, bool counts)
    {
        if (Attachments.Starts(paragraph, appendix, _numbers.UnderArticle))
        {
            _numbers.Clear();
            _form = appendix && Attachments.IsForm(paragraph, _form);
        }
        _table =
            paragraph.Row is null
            && (_table ? !Attachments.EndsTable(paragraph) : paragraph.Text.Length < 7 && paragraph.Folded is "tt" or "stt" or "so tt");
        if (
            !quoted
            && !_form
            && !_table
            && paragraph is { Row: null, Note: false, Marker.Numbered: true }
            && Attachments.HasTitle(paragraph)
            && _numbers.Place(marker, paragraph, counts)
        )
            Open(paragraph, next);
        paragraph.Section = _numbers.Current;
    }

    private void Open(Paragraph paragraph, Paragraph? next)
    {
        var (title, bodyStart) = Titles.Of(paragraph, next);
        var parent = _numbers.Parent;
        var node = new OutlineNode
        {
            Number = _numbers.Path,
            Title = title,
            Depth = 1 + (parent?.Depth ?? 0),
            Heading = paragraph,
            Parent = parent,
            FirstLine = paragraph.Lines.First,
            LastLine = paragraph.Lines.Last,
            BodyStart = bodyStart,
        };
        _numbers.Open(node);
        _nodes.Add(node);
        paragraph.IsHeading = true;
    }

    // "Điều 1. Phê duyệt Đề án …:" over parts I, II, III: they keep their own numbers where nothing else of the document bears them.
    private static void Shorten(List<OutlineNode> nodes)
    {
        var own = new List<(OutlineNode Node, string Number)>();
        foreach (var node in nodes)
            if (
                node.Number.IndexOf('.') is > 0 and var dot
                && node.Number[0] is 'Đ'
                && node.Path()
                    .Any(n =>
                        n.Heading.Marker.Kind is MarkerKind.Roman or MarkerKind.Upper && n.Parent?.Heading.Marker.Kind is MarkerKind.Article
                    )
            )
                own.Add((node, node.Number[(dot + 1)..]));
        if (own.Count == 0)
            return;
        var taken = nodes.Select(n => n.Number).ToHashSet(StringComparer.Ordinal);
        if (own.Exists(o => !taken.Add(o.Number)))
            return;
        foreach (var (node, number) in own)
            node.Number = number;
    }

    private static void CloseLines(List<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            for (var node = paragraph.Section; node is not null && node.LastLine < paragraph.Lines.Last; node = node.Parent)
                node.LastLine = paragraph.Lines.Last;
    }
}
