using System.Text;
using ThiDua.Paper.Html;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper;

/// <summary>
/// Writes an <see cref="OfficialDocument"/> as a web page that prints as the same document: A4, the Annex's margins and
/// sizes, no script.
/// </summary>
public static class HtmlWriter
{
    /// <summary>The style sheet of <see cref="Fragment"/>; every rule is under <c>.official</c>, except <c>@page</c>.</summary>
    public static string StyleSheet { get; } = Css.Text;

    /// <summary>A whole page, UTF-8, with its style sheet inside.</summary>
    /// <exception cref="ArgumentException">The document cannot be written (missing part, impossible date, a secrecy mark).</exception>
    public static string Write(OfficialDocument document) =>
        $"<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Markup.Encode(RichText.Clean(document.Title))}</title>\n<style>\n{StyleSheet}</style>\n</head>\n<body>\n{Fragment(document)}</body>\n</html>\n";

    /// <summary>The document alone, as one <c>article</c>, to be set into a page that links <see cref="StyleSheet"/>.</summary>
    /// <inheritdoc cref="Write"/>
    public static string Fragment(OfficialDocument document)
    {
        document = DocumentProblems.Checked(document);
        var html = new StringBuilder("<article class=\"official\" lang=\"vi\">\n");
        Frame.Head(html, document);
        foreach (var basis in OfficialText.LegalBases(document))
            html.Add($"<p class=\"basis\">{Markup.Of(basis)}</p>\n");
        Markup.Blocks(html, OfficialText.Closed(document.Body), HeadingLevels.Of(document.Body, above: 1));
        Frame.End(html, document);
        foreach (var appendix in document.Appendices)
        {
            html.Add(
                $"<section class=\"{(appendix.Landscape ? "appendix wide" : "appendix")}\">\n<h2 class=\"label\">{Markup.Encode(OfficialText.AppendixLabel(appendix))}"
            );
            if (!string.IsNullOrWhiteSpace(appendix.Title))
                html.Add($"<br>{Markup.Encode(OfficialText.Upper(appendix.Title))}");
            html.Add($"</h2>\n<p class=\"with\">{Markup.Encode(OfficialText.AppendixReference(document))}</p>\n");
            Markup.Blocks(html, appendix.Body, HeadingLevels.Of(appendix.Body, above: 2));
            html.Append("</section>\n");
        }
        return html.Append("</article>\n").ToString();
    }
}
