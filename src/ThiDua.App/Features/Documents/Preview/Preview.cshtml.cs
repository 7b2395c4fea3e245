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
public sealed class PreviewModel(AppDb db, MoveCase move, CaseViews views) : CasePage(db, move)
{
    public OfficialPaper? Paper { get; private set; }
    public string Fragment { get; private set; } = "";

    public Task<IActionResult> OnPost(string act, string? reason, int version, CancellationToken cancellationToken) =>
        Move(act, reason, version, null, cancellationToken);

    protected override Task<string> Next(CancellationToken cancellationToken) => Task.FromResult($"/papers/{Id}");

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        Paper = await PaperQueries.Find(Db, Id, cancellationToken);
        if (Paper is null)
            return false;
        View = await views.Of(Paper.Case, [], cancellationToken);
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

    private static async Task<IResult> Download(string id, AppDb db, FileStore files, CancellationToken cancellationToken) =>
        await PaperQueries.Find(db, id, cancellationToken) is { } paper
            ? Results.File(files.Open(paper.File!), Draft.DraftPaper.WordType, paper.File!.Name)
            : Results.NotFound();
}
