using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.Paper;

namespace ThiDua.App.Features.Documents.Preview;

/// <summary>The preview is the page: the same document, written as HTML.</summary>
[Needs(Permission.IssuePaper)]
public sealed class PreviewModel(AppDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public OfficialPaper? Paper { get; private set; }
    public string Fragment { get; private set; } = "";

    public async Task<IActionResult> OnGet(string id, CancellationToken stop)
    {
        Paper = await PaperQueries.Find(db, viewer, id, clock.Today(), stop);
        if (Paper is null) return NotFound();
        Fragment = HtmlWriter.Fragment(MarkdownDocument.Read(Paper.Markdown).Document!);
        return Page();
    }
}

public static class WordEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/papers/{id}/word", Download).WithMetadata(new NeedsAttribute(Permission.IssuePaper));
        app.MapGet("/papers/style.css", () => Results.Text(HtmlWriter.StyleSheet, "text/css")).WithMetadata(new NeedsAttribute(Permission.IssuePaper));
    }

    private static async Task<IResult> Download(string id, AppDb db, Viewer viewer, TimeProvider clock, FileStore files, CancellationToken stop) =>
        await PaperQueries.Find(db, viewer, id, clock.Today(), stop) is { } paper
            ? Results.File(files.Open(paper.File!), Draft.DraftPaper.WordType, paper.File!.Name)
            : Results.NotFound();
}
