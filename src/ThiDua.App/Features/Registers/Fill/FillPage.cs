using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.Fill;

/// <summary>The form of one row, new or changed, as its register's definition asks it.</summary>
public abstract class FillPage(SaveRow save, FormNameSources names, FormFiles files, Viewer viewer) : PageModel, IMeetsOthers
{
    /// <summary>Names of what the form sends beside its fields: no field has an underscore in its code.</summary>
    public const string KeyField = "_key",
        UnitField = "_unit",
        VersionField = "_version";

    public RegisterDefinition Register { get; protected set; } = null!;
    public UnitRow? Unit { get; protected set; }
    public FormView View { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What this filling is called: sent twice, it is done once.</summary>
    public string RequestKey { get; private set; } = PublicId.New();

    /// <summary>Key of the files that came with what was sent back.</summary>
    public string? Waiting { get; private set; }
    public bool Conflict { get; private set; }

    /// <summary>What the row holds before this filling; null where it is new.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Held => null;

    protected bool MaySee(string right) => May(right, Unit!);

    protected bool May(string right, UnitRow unit) => viewer.Can(right, unit.Path);

    protected async Task Show(
        IReadOnlyDictionary<string, string> kept,
        IReadOnlyDictionary<string, string> comments,
        CancellationToken cancellationToken
    )
    {
        var known = await names.Of(Register.Form, Unit!.Id, cancellationToken, kept);
        var typed = kept.Where(v => Register.Form.Field(v.Key) is not null)
            .ToDictionary(v => v.Key, v => FieldKinds.Of(Register.Form.Field(v.Key)!).Typed(Register.Form.Field(v.Key)!, v.Value, known));
        View = new(Register.Form, typed, known)
        {
            Comments = comments.ToDictionary(c => c.Key, c => (string?)c.Value),
            May = p => viewer.Can(p, Unit.Path),
            Place = Unit.PublicId,
        };
    }

    /// <summary>Sets one entry of the form that is shown.</summary>
    protected void Fill(string field, string typed) =>
        View = View with { Typed = new Dictionary<string, string>(View.Typed) { [field] = typed } };

    /// <summary>What somebody else saved meanwhile, where it differs from what is typed.</summary>
    protected virtual Task<Dictionary<string, string>> Others(
        IReadOnlyDictionary<string, string> typed,
        FormNames known,
        CancellationToken cancellationToken
    ) => Task.FromResult(new Dictionary<string, string>());

    /// <summary>What this window brings, with what another saved meanwhile where this one changed nothing.</summary>
    protected virtual (IReadOnlyDictionary<string, string> Typed, int? Version) Meet(
        IReadOnlyDictionary<string, string> typed,
        int? version,
        FormNames known
    ) => (typed, version);

    protected async Task<IActionResult> Save(SaveRowInput input, CancellationToken cancellationToken)
    {
        var (posted, brought) = (FormPosts.Read(Register.Form, Request.Form), FormPosts.Files(Register.Form, Request.Form));
        var key = Request.Headers[Data.RequestKey.Header].ToString() is { Length: > 0 } header ? header : Request.Form[KeyField].ToString();
        RequestKey = key.Length is > 0 and <= Data.RequestKey.Longest ? key : RequestKey;
        Waiting = files.KeyIn(Request.Form);
        var known = await names.Of(Register.Form, Unit!.Id, cancellationToken, Held);
        var (typed, version) = Meet(posted.Typed, input.Version, known);
        var outcome = await save.Handle(
            input with
            {
                Typed = typed,
                Comments = posted.Comments,
                Key = RequestKey,
                Version = version,
                Files = brought,
                Waiting = Waiting,
            },
            cancellationToken
        );
        if (outcome.Missing)
            return NotFound();
        if (outcome.Value is { } saved)
            return LocalRedirect($"/registers/rows/{saved.Id}");
        (Errors, Conflict) = (outcome.Errors, outcome.Conflict);
        (Waiting, Errors) = await files.Keep(Waiting, brought, Errors, cancellationToken);
        var asked = Errors
            .Select(e => Register.Form.Fields.FirstOrDefault(f => FormEntry.CommentOf(f.Code) == e.Field)?.Code)
            .OfType<string>();
        View = new(Register.Form, typed, known)
        {
            Errors = Errors,
            Comments = posted.Comments.Keys.Union(asked).ToDictionary(c => c, c => posted.Comments.GetValueOrDefault(c)),
            May = p => viewer.Can(p, Unit.Path),
            Place = Unit.PublicId,
            Beside = Conflict ? await Others(typed, known, cancellationToken) : new Dictionary<string, string>(),
            Kept = await files.Of(Waiting, cancellationToken),
        };
        return Page();
    }
}
