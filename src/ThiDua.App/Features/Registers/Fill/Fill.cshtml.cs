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
public abstract class FillPage(SaveRow save, FormNameSources names, FormFiles files, Viewer viewer) : PageModel
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

    protected bool MaySee(string right) => viewer.Can(right, Unit!.Path);

    protected async Task Show(
        IReadOnlyDictionary<string, string> kept,
        IReadOnlyDictionary<string, string> comments,
        CancellationToken stop
    )
    {
        var known = await names.Of(Register.Form, Unit!.Id, stop);
        var typed = kept.Where(v => Register.Form.Field(v.Key) is not null)
            .ToDictionary(v => v.Key, v => FieldKinds.Of(Register.Form.Field(v.Key)!).Typed(Register.Form.Field(v.Key)!, v.Value, known));
        View = new(Register.Form, typed, known)
        {
            Comments = comments.ToDictionary(c => c.Key, c => (string?)c.Value),
            May = p => viewer.Can(p, Unit.Path),
        };
    }

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
        var known = await names.Of(Register.Form, Unit!.Id, cancellationToken);
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
            Beside = Conflict ? await Others(typed, known, cancellationToken) : new Dictionary<string, string>(),
            Kept = await files.Of(Waiting, cancellationToken),
        };
        return Page();
    }
}

/// <summary>A new row; where the viewer writes for several units, of the one chosen.</summary>
[NeedsSomewhere(Permission.FillRegister)]
[RequestSizeLimit(AttachFiles.MostRequest), RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
public sealed class NewModel(RegisterQueries registers, SaveRow save, FormNameSources names, FormFiles files, Viewer viewer)
    : FillPage(save, names, files, viewer)
{
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code, string? unit, CancellationToken cancellationToken)
    {
        if (!await Load(code, unit, cancellationToken))
            return NotFound();
        if (Unit is not null)
            await Show(new Dictionary<string, string>(), new Dictionary<string, string>(), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPost(string code, [FromForm(Name = UnitField)] string? unit, CancellationToken cancellationToken)
    {
        if (!await Load(code, unit, cancellationToken) || Unit is null)
            return NotFound();
        return await Save(new(code, Unit.PublicId, FormPosts.Nothing, FormPosts.Nothing), cancellationToken);
    }

    private async Task<bool> Load(string code, string? unit, CancellationToken cancellationToken)
    {
        if (registers.Find(code) is not var (_, register))
            return false;
        Register = register;
        Units = await registers.Writable(register, cancellationToken);
        Unit = unit is null && Units.Count == 1 ? Units[0] : Units.FirstOrDefault(u => u.PublicId == unit);
        return unit is null || Unit is not null;
    }
}

/// <summary>A row that is there, to be changed.</summary>
[Needs<Case>(Permission.FillRegister, "id")]
[RequestSizeLimit(AttachFiles.MostRequest), RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
public sealed class EditModel(
    AppDb db,
    RegisterQueries registers,
    SaveRow save,
    FormNameSources names,
    FormFiles files,
    Viewer viewer,
    TimeProvider clock,
    Microsoft.Extensions.Localization.IStringLocalizer<Text> text
) : FillPage(save, names, files, viewer)
{
    public RegisterRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken)
    {
        if (!await Load(id, cancellationToken))
            return NotFound();
        await Show(Row.Data, Row.Explained, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, [FromForm(Name = VersionField)] int version, CancellationToken cancellationToken) =>
        await Load(id, cancellationToken)
            ? await Save(new(Register.Code, null, FormPosts.Nothing, FormPosts.Nothing, id, version), cancellationToken)
            : NotFound();

    /// <summary>What the window was shown, for telling apart what it changed.</summary>
    public string Was(FormNames known) => FormMerge.Mark(Standing(known));

    protected override (IReadOnlyDictionary<string, string> Typed, int? Version) Meet(
        IReadOnlyDictionary<string, string> typed,
        int? version,
        FormNames known
    )
    {
        if (version == Row.Case.Version || !Request.Form.ContainsKey(FormMerge.Field))
            return (typed, version);
        var merged = FormMerge.Merge(Request.Form[FormMerge.Field].ToString(), Plain(typed), Standing(known));
        return (merged.Values, merged.Clashes.Count == 0 ? Row.Case.Version : version);
    }

    /// <summary>As it stands now, of the fields that the viewer sees.</summary>
    private IReadOnlyDictionary<string, string> Standing(FormNames known) =>
        Plain(
            Register
                .Form.Fields.Where(f => (f.Needs is null || MaySee(f.Needs)) && Row.Data.ContainsKey(f.Code))
                .ToDictionary(f => f.Code, f => FieldKinds.Of(f).Typed(f, Row.Data[f.Code], known))
        );

    // A browser parts several choices by line ends, what is kept by blanks.
    private Dictionary<string, string> Plain(IReadOnlyDictionary<string, string> values) =>
        values.ToDictionary(
            v => v.Key,
            v =>
                Register.Form.Field(v.Key)?.Kind == FieldKinds.Choices
                    ? string.Join(' ', v.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    : v.Value
        );

    protected override async Task<Dictionary<string, string>> Others(
        IReadOnlyDictionary<string, string> typed,
        FormNames known,
        CancellationToken cancellationToken
    )
    {
        db.ChangeTracker.Clear();
        Row = (await registers.Row(Row.Case.PublicId, cancellationToken))!;
        var others = new Dictionary<string, string>();
        foreach (var field in Register.Form.Fields.Where(f => f.Needs is null || MaySee(f.Needs)))
        {
            var (kind, value) = (FieldKinds.Of(field), Row.Data.GetValueOrDefault(field.Code) ?? "");
            if (kind.Typed(field, value, known) != (typed.GetValueOrDefault(field.Code) ?? "").Trim())
                others[field.Code] = text["OtherSaved", value.Length == 0 ? "–" : kind.Show(field, value, known)];
        }
        return others;
    }

    private async Task<bool> Load(string id, CancellationToken cancellationToken)
    {
        if (await registers.Row(id, cancellationToken) is not { } row || registers.Find(row.Register) is not var (pack, register))
            return false;
        (Row, Register) = (row, register);
        Unit = await UnitQueries.Find(db, row.UnitId, clock.Today(), cancellationToken);
        return Unit is not null && pack.Flow(row.Case.Flow)!.Act(RowCase.Edit)!.From.Contains(row.Case.State);
    }
}
