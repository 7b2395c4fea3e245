using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Import;

/// <summary>Keeps a plan that was read as a draft.</summary>
public sealed class ImportPlan(
    AppDb db,
    Viewer viewer,
    BeginCase begin,
    PackShelf packs,
    FileStore files,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    /// <summary>Reads it in this process: for a file that the system brought itself.</summary>
    public async Task<Outcome<PlanDraft>> HandleTrusted(ImportPlanInput input, CancellationToken cancellationToken)
    {
        var owner = await UnitQueries.Find(db, input.Unit ?? "", clock.Today(), cancellationToken);
        if (owner is null || !viewer.Can(Permission.ImportPlan, owner.Path))
            return Outcome<PlanDraft>.NotFound;
        try
        {
            var source = DocumentSource.Read(input.File!, input.Name, cancellationToken: cancellationToken);
            var bundle = new PlanBundle(PlanJson.Write(PlanReader.Read(source, packs.Words), indented: false), source.Text, null);
            input.File!.Position = 0;
            var draft = await Add(bundle, input.File, input.Name, owner, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return draft;
        }
        catch (UnreadableDocumentException unreadable)
        {
            return Outcome<PlanDraft>.Refused(
                "File",
                text["FileRefused", input.Name, new PlanRefusal(unreadable.Code, unreadable.Vietnamese, unreadable.English).Here]
            );
        }
    }

    /// <summary>Adds the draft, with the act that explains it, to what the caller saves.</summary>
    public async Task<PlanDraft> Add(PlanBundle bundle, Stream content, string name, UnitRow owner, CancellationToken cancellationToken)
    {
        var plan = PlanJson.Parse(bundle.Plan!);
        var tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), cancellationToken);
        var draft = TaskParents.Found(DraftMaking.Make(plan, packs.Default, owner, tree), bundle.Text!.Split('\n'));
        var file = await files.Keep(content, name, cancellationToken);
        var detail = $"{{\"file\":\"{file.Hash}\"}}";
        var row = new PlanDraft
        {
            Case = begin.Handle(
                new(PlanDraftCase.Kind, packs.Default, draft.Head.Name, owner.Id, CaseDue.Never, Act: "import", Detail: detail)
            ),
            UnitId = owner.Id,
            File = file,
            AccountId = viewer.AccountId ?? 0,
            At = clock.GetUtcNow(),
            Pack = packs.Default.Code,
            Content = draft.Write(),
            LeftToCheck = DraftRules.LeftToCheck(draft),
            ReadJson = bundle.Plan!,
            // PostgreSQL holds no NUL in a text.
            SourceText = bundle.Text!.Replace('\0', ' '),
        };
        db.PlanDrafts.Add(row);
        return row;
    }
}
