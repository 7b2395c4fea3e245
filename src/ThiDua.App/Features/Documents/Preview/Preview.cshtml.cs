using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.Paper;

namespace ThiDua.App.Features.Documents.Preview;

/// <summary>The preview is the page: the same document, written as HTML.</summary>
[Needs<OfficialPaper>(Permission.ViewPaper, "id")]
public sealed class PreviewModel(AppDb db) : PageModel
{
    public OfficialPaper? Paper { get; private set; }
    public string Fragment { get; private set; } = "";

    public async Task<IActionResult> OnGet(string id, CancellationToken stop)
    {
        Paper = await PaperQueries.Find(db, id, stop);
        if (Paper is null) return NotFound();
        Fragment = HtmlWriter.Fragment(MarkdownDocument.Read(Paper.Markdown).Document!);
        return Page();
    }
}

public static class WordEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/papers/{id}/word", Download).WithMetadata(new NeedsAttribute<OfficialPaper>(Permission.ViewPaper, "id"));
        app.MapGet("/papers/style.css", () => Results.Text(HtmlWriter.StyleSheet, "text/css"))
            .WithMetadata(new NeedsSomewhereAttribute(Permission.ViewPaper));
    }

    private static async Task<IResult> Download(string id, AppDb db, FileStore files, CancellationToken stop) =>
        await PaperQueries.Find(db, id, stop) is { } paper
            ? Results.File(files.Open(paper.File!), Draft.DraftPaper.WordType, paper.File!.Name)
            : Results.NotFound();
}
