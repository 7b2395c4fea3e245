using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Import;

public sealed record ImportPlanInput
{
    /// <summary>Public id of the unit whose plan it is.</summary>
    public string? Unit { get; init; }
    public string? FileName { get; init; }
    public Stream? File { get; init; }
    /// <summary>Told each page that has to be read from its picture.</summary>
    public IProgress<ReadProgress>? Progress { get; init; }
}

public sealed class ImportPlanValidator : AbstractValidator<ImportPlanInput>
{
    public ImportPlanValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Unit).NotEmpty().WithMessage(_ => shared["Required"]);
        RuleFor(i => i.File).NotNull().WithMessage(_ => text["FileNeeded"]);
    }
}

/// <summary>Reads a plan and keeps it as a draft. What cannot be read leaves nothing behind: no row, no file.</summary>
public sealed class ImportPlan(AppDb db, Viewer viewer, BeginCase begin, PackShelf packs, FileStore files, PlanReaderProcess reader, DataFolder folder, TimeProvider clock,
    IStringLocalizer<Text> text)
{
    public Task<Outcome<PlanDraft>> Handle(ImportPlanInput input, CancellationToken stop) => Handle(input, (file, name, inner) => reader.Read(file, name, packs.Folder, inner, input.Progress), stop);

    /// <summary>The same, read in this process: for a file that the system brought itself.</summary>
    public Task<Outcome<PlanDraft>> HandleTrusted(ImportPlanInput input, CancellationToken stop) =>
        Handle(input, (file, name, inner) => Task.FromResult(ReadHere(file, name, inner)), stop);

    private async Task<Outcome<PlanDraft>> Handle(ImportPlanInput input, Func<string, string, CancellationToken, Task<PlanBundle>> read, CancellationToken stop)
    {
        var owner = await UnitQueries.Find(db, input.Unit ?? "", clock.Today(), stop);
        if (owner is null || !viewer.Can(Permission.ImportPlan, owner.Path)) return Outcome<PlanDraft>.NotFound;
        var name = FileName(input.FileName);
        await using var incoming = Incoming();
        try
        {
            await Spool(input.File!, incoming, stop);
        }
        catch (TooLargeFile)
        {
            return Refused(name, text["TooLarge", FileStore.MaxBytes / 1024 / 1024]);
        }
        var bundle = await read(incoming.Name, name, stop);
        if (bundle.Refused is { } refused) return Refused(name, refused.Here);
        incoming.Position = 0;
        return await Keep(bundle, incoming, name, owner, stop);
    }

    private async Task<Outcome<PlanDraft>> Keep(PlanBundle bundle, Stream content, string name, UnitRow owner, CancellationToken stop)
    {
        var plan = PlanJson.Parse(bundle.Plan!);
        var draft = DraftMaking.Make(plan, packs.Default, owner, await UnitQueries.Subtree(db, owner.Path, clock.Today(), stop));
        var file = await files.Keep(content, name, stop);
        var row = new PlanDraft
        {
            Case = begin.Handle(new(PlanDraftCase.Kind, packs.Default, draft.Head.Name, owner.Id, CaseDue.Never, Act: "import", Detail: $"{{\"file\":\"{file.Hash}\"}}")),
            UnitId = owner.Id, File = file, AccountId = viewer.AccountId ?? 0, At = clock.GetUtcNow(), Pack = packs.Default.Code,
            Content = draft.Write(), LeftToCheck = DraftRules.LeftToCheck(draft),
            // PostgreSQL holds no NUL in a text.
            SourceText = bundle.Text!.Replace('\0', ' '), ReadJson = bundle.Plan!,
        };
        db.PlanDrafts.Add(row);
        await db.SaveChangesAsync(stop);
        return row;
    }

    /// <summary>The message names the file, so that it still makes sense after a dozen tries.</summary>
    private Outcome<PlanDraft> Refused(string name, string why) => Outcome<PlanDraft>.Refused("File", text["FileRefused", name, why]);

    private PlanBundle ReadHere(string file, string name, CancellationToken stop)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var source = DocumentSource.Read(stream, name, ct: stop);
            return new(PlanJson.Write(PlanReader.Read(source, packs.Words), indented: false), source.Text, null);
        }
        catch (UnreadableDocumentException unreadable)
        {
            return new(null, null, new(unreadable.Code, unreadable.Vietnamese, unreadable.English));
        }
    }

    private FileStream Incoming() => new(
        Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "incoming")).FullName, Path.GetRandomFileName()),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private static async Task Spool(Stream from, FileStream to, CancellationToken stop)
    {
        var part = new byte[81_920];
        int count;
        while ((count = await from.ReadAsync(part, stop)) > 0)
        {
            if (to.Length + count > FileStore.MaxBytes) throw new TooLargeFile();
            await to.WriteAsync(part.AsMemory(0, count), stop);
        }
        await to.FlushAsync(stop);
    }

    // Browsers of old office PCs send the whole path.
    private static string FileName(string? name) => NameText.Clean(name).Split('/', '\\')[^1] is { Length: > 0 } last ? last[^Math.Min(last.Length, 200)..] : "?";

    private sealed class TooLargeFile : Exception;
}
