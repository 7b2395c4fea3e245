using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans.Import;

public sealed record ImportPlanInput
{
    /// <summary>Public id of the unit whose plan it is.</summary>
    public string? Unit { get; init; }
    public string? FileName { get; init; }
    public Stream? File { get; init; }

    /// <summary>Its base name, since browsers of old office PCs send the whole path.</summary>
    public string Name => NameText.Clean(FileName).Split('/', '\\')[^1] is { Length: > 0 } last ? last[^Math.Min(last.Length, 200)..] : "?";
}

public sealed class ImportPlanValidator : AbstractValidator<ImportPlanInput>
{
    public ImportPlanValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Unit).NotEmpty().WithMessage(_ => shared["Required"]);
        RuleFor(i => i.File).NotNull().WithMessage(_ => text["FileNeeded"]);
    }
}

/// <summary>Takes a plan's file in and has it read, whether or not the uploader waits for it.</summary>
public sealed class UploadPlan(AppDb db, Viewer viewer, IncomingFiles incoming, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Job>> Handle(ImportPlanInput input, CancellationToken cancellationToken)
    {
        var owner = await UnitQueries.Find(db, input.Unit ?? "", clock.Today(), cancellationToken);
        if (owner is null || !viewer.Can(Permission.ImportPlan, owner.Path))
            return Outcome<Job>.NotFound;
        await using var file = incoming.Begin();
        if (!await file.Take(input.File!, cancellationToken))
            return Outcome<Job>.Refused("File", text["FileRefused", input.Name, text["TooLarge", FileStore.MaxBytes / 1024 / 1024]]);
        var act = viewer.Record("plan.upload", "upload", file.Name, owner.Id);
        var job = await db.Enqueue(ReadPlan.Code, new Upload(file.Name, input.Name), act, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
        file.Keep();
        return job;
    }
}
