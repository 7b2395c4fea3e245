using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Imports;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>Upload, see every row checked, then take all of it or nothing.</summary>
[NeedsSomewhere(Permission.FillReport)]
public sealed class ImportFiguresModel(ImportFacts import, FileStore files, AppDb db, Viewer viewer, IStringLocalizer<Text> text)
    : PageModel
{
    public const long MostBytes = 20 * 1024 * 1024;

    public StoredFile? Kept { get; private set; }
    public ImportResult? Result { get; private set; }
    public string? Problem { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken stop)
    {
        Problem =
            file is null || file.Length == 0 ? text["ChooseFile"].Value
            : file.Length > MostBytes ? text["FileTooLarge"].Value
            : null;
        if (Problem is not null)
            return Page();
        await using (var content = file!.OpenReadStream())
            Result = await import.Handle(new(file.FileName, content, DryRun: true), stop);
        // Only what is right is kept, for the button that takes it; a file that is refused leaves nothing.
        if (!Result.Ok)
            return Page();
        await using (var content = file.OpenReadStream())
            Kept = await files.Keep(content, file.FileName, stop);
        viewer.Record("figures.upload", "file", Kept.PublicId, null);
        await db.SaveChangesAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostApply(string kept, CancellationToken stop)
    {
        // The act of the upload says whose file it is: nobody applies another's.
        var mine = await db.Acts.AnyAsync(a => a.Verb == "figures.upload" && a.SubjectId == kept && a.AccountId == viewer.AccountId, stop);
        Kept = mine ? await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.PublicId == kept, stop) : null;
        if (Kept is null)
            return NotFound();
        await using var content = files.Open(Kept);
        Result = await import.Handle(new(Kept.Name, content, DryRun: false), stop);
        return Page();
    }
}
