using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Shared;

namespace ThiDua.App.Cases;

/// <summary>The page of one case: what its act buttons post is moved here, and what is refused stands at its button again.</summary>
public abstract class CasePage(AppDb db, MoveCase move) : PageModel, Forms.IMeetsOthers
{
    protected AppDb Db => db;

    [FromRoute]
    public string Id { get; set; } = "";

    public CaseView View { get; protected set; } = null!;

    /// <summary>What was pressed met what another has done meanwhile.</summary>
    public bool Conflict { get; private set; }

    /// <summary>Reads the case, with its view and all that the page shows; false when there is no such case.</summary>
    protected abstract Task<bool> Load(CancellationToken cancellationToken);

    /// <summary>Where a done act leads.</summary>
    protected virtual Task<string> Next(CancellationToken cancellationToken) => Task.FromResult("/review");

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken) => await Load(cancellationToken) ? Page() : NotFound();

    /// <param name="content">What the act brings with it, where it brings something.</param>
    protected async Task<IActionResult> Move(string act, string? reason, int version, object? content, CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken))
            return NotFound();
        var tried = new MoveInput(Id, act, reason, version, content);
        return await After(await move.Handle(tried, cancellationToken), tried, cancellationToken);
    }

    /// <summary>The files of the case, where its page shows them; with what was refused of those just added.</summary>
    public AttachmentList Files { get; protected set; } = new([], false);

    public async Task<IActionResult> OnPostAttach(
        [FromServices] AttachFiles attach,
        IReadOnlyList<IFormFile> files,
        AttachmentKind kind,
        string? title,
        CancellationToken cancellationToken
    )
    {
        NewFile[] given = [.. files.Select(f => new NewFile(f.FileName, f.OpenReadStream()))];
        var outcome = await attach.Handle(new(CaseFiles.Code, Id, given, kind, Title: title), cancellationToken);
        return await AfterFiles(outcome, cancellationToken);
    }

    public async Task<IActionResult> OnPostDetach([FromServices] AttachFiles attach, string file, CancellationToken cancellationToken) =>
        await AfterFiles(await attach.Remove(file, cancellationToken), cancellationToken);

    private async Task<IActionResult> AfterFiles(Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Ok)
            return LocalRedirect(Request.Path.Value!);
        db.ChangeTracker.Clear();
        if (outcome.Missing || !await Load(cancellationToken))
            return NotFound();
        Files = Files with { Errors = outcome.Errors };
        return Page();
    }

    /// <param name="tried">The act that was pressed; null for what is no act of the flow.</param>
    protected async Task<IActionResult> After(Outcome outcome, MoveInput? tried, CancellationToken cancellationToken)
    {
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect(await Next(cancellationToken));
        db.ChangeTracker.Clear();
        if (!await Load(cancellationToken))
            return NotFound();
        (View, Conflict) = (View with { Tried = tried, Errors = outcome.Errors }, outcome.Conflict);
        return Page();
    }
}
