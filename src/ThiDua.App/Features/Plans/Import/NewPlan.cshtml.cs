using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Import;

[NeedsSomewhere(Permission.ImportPlan)]
public sealed class NewPlanModel(ImportPlan import, IValidator<ImportPlanInput> validator, AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock, ReadingBoard board) : PageModel
{
    public const string Accepted = ".docx,.md,.txt,.html,.htm,.pdf,.doc,.odt,.rtf,.png,.jpg,.jpeg,.tif,.tiff";

    public IReadOnlyList<UnitRow> Owners { get; private set; } = [];
    public string? Unit { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Under which the reading of this upload says how far it is.</summary>
    public string Watch { get; } = PublicId.New();

    public Task OnGet(CancellationToken stop) => Load(stop);

    public IActionResult OnGetReading(string? watch) =>
        board.At(watch ?? "") is { } at ? new JsonResult(new { page = at.Page, pages = at.Pages }) : new NoContentResult();

    public async Task<IActionResult> OnPost(string? unit, IFormFile? file, string? watch, CancellationToken stop)
    {
        await Load(stop);
        Unit = unit;
        await using var content = file?.OpenReadStream();
        using var reading = watch is { Length: PublicId.Length } ? board.Begin(watch) : null;
        var input = new ImportPlanInput { Unit = unit, FileName = file?.FileName, File = content, Progress = reading };
        Errors = (await validator.ValidateAsync(input, stop)).FieldErrors();
        if (Errors.Count > 0) return Page();
        var outcome = await import.Handle(input, stop);
        if (outcome.Missing) return NotFound();
        Errors = outcome.Errors;
        return outcome.Value is { } draft ? LocalRedirect($"/plans/{draft.PublicId}") : Page();
    }

    private async Task Load(CancellationToken stop)
    {
        Owners = await PlanQueries.Owners(db, viewer, clock, [.. packs.UnitKinds.Where(k => k.Territorial).Select(k => k.Code)], stop);
        Unit = Owners.FirstOrDefault()?.PublicId;
    }
}
