using ThiDua.App.Cases;
using ThiDua.App.Files;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Reporting.Fill;

/// <summary>Photos and minutes that come with a report's form: kept with its draft, whatever becomes of the rest.</summary>
public sealed class ReportFiles(SaveReport save, AttachFiles attach, Attachments attachments)
{
    public const string Photos = "photos",
        Minutes = "minutes";

    public static bool Any(IFormFileCollection files) => Of(files, Photos).Count + Of(files, Minutes).Count > 0;

    public Task<AttachmentList> List(string report, CancellationToken cancellationToken) =>
        attachments.Of(CaseFiles.Code, report, cancellationToken);

    /// <summary>Keeps what is typed, then the files; what is refused of them stands at their field.</summary>
    public async Task<Outcome<SavedReport>> Keep(ReportInput input, IFormFileCollection files, CancellationToken cancellationToken)
    {
        var saved = await save.Handle(input, cancellationToken);
        if (saved.Value is not { } report)
            return saved;
        var errors = new List<FieldError>();
        foreach (var (field, kind) in new[] { (Photos, AttachmentKind.Photo), (Minutes, AttachmentKind.Minutes) })
        {
            if (Of(files, field) is not { Count: > 0 } given)
                continue;
            var outcome = await attach.Handle(new(CaseFiles.Code, report.PublicId, given, kind), cancellationToken);
            errors.AddRange(outcome.Errors.Select(e => e with { Field = field }));
        }
        return new() { Value = report, Errors = errors };
    }

    public async Task<Outcome> Remove(string report, string file, CancellationToken cancellationToken) =>
        await attachments.Find(file, cancellationToken) is ({ OwnerKind: CaseFiles.Code } found, _) && found.OwnerKey == report
            ? await attach.Remove(file, cancellationToken)
            : Outcome.NotFound;

    private static List<NewFile> Of(IFormFileCollection files, string field) =>
        [.. files.Where(f => f.Name == field && f.Length > 0).Select(f => new NewFile(f.FileName, f.OpenReadStream()))];
}
