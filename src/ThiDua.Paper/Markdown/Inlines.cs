using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThiDua.Paper.Markdown;

/// <summary>
/// Bold and italic marks of one text. Links, images, code and HTML are no part of an official document: they stay letters.
/// </summary>
internal static class Inlines
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static RichText Read(string text)
    {
        if (text.AsSpan().IndexOfAny('*', '_', '\\') < 0)
            return text.Trim();
        var spans = new List<Span>();
        text = text.Trim();
        // "[x]: y" would be taken for the definition of a link and vanish.
        if (text.StartsWith('['))
            text = '\\' + text;
        foreach (var paragraph in Markdig.Markdown.Parse(text, Pipeline).OfType<ParagraphBlock>())
            if (paragraph.Inline is { } inline)
                Add(inline, false, false, spans);
        return new RichText(Joined(spans));
    }

    private static void Add(ContainerInline container, bool bold, bool italic, List<Span> spans)
    {
        foreach (var inline in container)
            switch (inline)
            {
                case EmphasisInline e:
                    Add(e, bold || e.DelimiterCount == 2, italic || e.DelimiterCount == 1, spans);
                    break;
                case ContainerInline c:
                    Add(c, bold, italic, spans);
                    break;
                case LiteralInline l:
                    spans.Add(new Span(l.Content.ToString(), bold, italic));
                    break;
                case LineBreakInline:
                    spans.Add(new Span(" ", bold, italic));
                    break;
            }
    }

    private static IEnumerable<Span> Joined(List<Span> spans)
    {
        for (var i = 0; i < spans.Count; )
        {
            var first = spans[i];
            var text = new System.Text.StringBuilder();
            for (; i < spans.Count && spans[i].Bold == first.Bold && spans[i].Italic == first.Italic; i++)
                text.Append(spans[i].Text);
            yield return first with
            {
                Text = text.ToString(),
            };
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new EmphasisInlineParser());
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.Build();
    }
}
