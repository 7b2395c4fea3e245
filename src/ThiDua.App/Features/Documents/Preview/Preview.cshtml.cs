using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.Paper;

namespace ThiDua.App.Features.Documents.Preview;

/// <summary>The preview is the page: the same document, written as HTML; and what becomes of the paper.</summary>
[Needs<OfficialPaper>(Permission.ViewPaper, "id")]
public sealed class PreviewModel(AppDb db, MoveCase move, CaseViews views) : PageModel
{
    public OfficialPaper? Paper { get; private set; }
    public CaseView View { get; private set; } = null!;
    public string Fragment { get; private set; } = "";

    public async Task<IActionResult> OnGet(string id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, string act, string? reason, int version, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var tried = new MoveInput(id, act, reason, version);
        var outcome = await move.Handle(tried, stop);
        if (outcome.Missing) return NotFound();
        if (outcome.Ok) return LocalRedirect($"/papers/{id}");
        db.ChangeTracker.Clear();
        if (!await Load(id, stop)) return NotFound();
        View = View with { Tried = tried, Errors = outcome.Errors };
        return Page();
    }

    private async Task<bool> Load(string id, CancellationToken stop)
    {
        Paper = await PaperQueries.Find(db, id, stop);
        if (Paper is null) return false;
        View = await views.Of(Paper.Case, [], stop);
        Fragment = HtmlWriter.Fragment(MarkdownDocument.Read(Paper.Markdown).Document!);
        return true;
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
