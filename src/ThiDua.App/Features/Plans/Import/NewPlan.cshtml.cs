using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Forms;
using ThiDua.App.Jobs;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans.Import;

[NeedsSomewhere(Permission.ImportPlan)]
public sealed class NewPlanModel(
    UploadPlan upload,
    IValidator<ImportPlanInput> validator,
    JobDesk desk,
    AppDb db,
    Viewer viewer,
    PackShelf packs,
    TimeProvider clock,
    IStringLocalizer<Text> text
) : PageModel
{
    public const string Accepted = ".docx,.md,.txt,.html,.htm,.pdf,.doc,.odt,.rtf,.png,.jpg,.jpeg,.tif,.tiff";

    // Most files are read sooner, and their uploader never sees the page that waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public IReadOnlyList<UnitRow> Owners { get; private set; } = [];
    public string? Unit { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public Task OnGet(CancellationToken cancellationToken) => Load(cancellationToken);

    public async Task<IActionResult> OnPost(string? unit, IFormFile? file, CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        Unit = unit;
        await using var content = file?.OpenReadStream();
        var input = new ImportPlanInput
        {
            Unit = unit,
            FileName = file?.FileName,
            File = content,
        };
        Errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (Errors.Count > 0)
            return Page();
        var outcome = await upload.Handle(input, cancellationToken);
        if (outcome.Missing)
            return NotFound();
        Errors = outcome.Errors;
        return outcome.Value is { } job
            ? await Answer(await desk.Wait(job, Patience, cancellationToken), input.Name, cancellationToken)
            : Page();
    }

    private async Task<IActionResult> Answer(Job job, string name, CancellationToken cancellationToken)
    {
        if (JobContext.ResultOf<PlanRead>(job)?.Refused is not { } refused)
            return LocalRedirect($"/plans/reading/{job.PublicId}");
        Errors = [new("File", text["FileRefused", name, refused.Here])];
        await desk.Dismiss(job, cancellationToken);
        return Page();
    }

    private async Task Load(CancellationToken cancellationToken)
    {
        Owners = await PlanQueries.Owners(
            db,
            viewer,
            clock,
            [.. packs.UnitKinds.Where(k => k.Territorial).Select(k => k.Code)],
            cancellationToken
        );
        Unit = Owners.FirstOrDefault()?.PublicId;
    }
}
