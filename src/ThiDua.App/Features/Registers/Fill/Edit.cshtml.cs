using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.Fill;

/// <summary>A row that is there, to be changed.</summary>
[Needs<Case>(Permission.FillRegister, "id")]
[RequestSizeLimit(AttachFiles.MostRequest), RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
[OnDevice]
public sealed class EditModel(
    AppDb db,
    RegisterQueries registers,
    SaveRow save,
    FormNameSources names,
    FormFiles files,
    HouseholdKeys households,
    Viewer viewer,
    Once once,
    TimeProvider clock,
    Microsoft.Extensions.Localization.IStringLocalizer<Text> text
) : FillPage(save, names, files, viewer)
{
    public RegisterRow Row { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Held => Row.Data;

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken)
    {
        if (!await Load(id, cancellationToken))
            return NotFound();
        await Show(Row.Data, Row.Explained, cancellationToken);
        if (HouseholdTicks.Field(Register) is { } field)
        {
            var numbers = await households.Numbers(Row.UnitId, Row.Id, View.Names.Of(field), cancellationToken);
            if (numbers.Count > 0)
                Fill(field.Code, HouseholdsKind.Text(numbers));
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(string id, [FromForm(Name = VersionField)] int version, CancellationToken cancellationToken)
    {
        once.LeadTo($"/registers/rows/{id}");
        return await Load(id, cancellationToken)
            ? await Save(new(Register.Code, null, FormPosts.Nothing, FormPosts.Nothing, id, version), cancellationToken)
            : NotFound();
    }

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
                Register.Form.Field(v.Key) is { Kind: FieldKinds.Choices } or { Many: true }
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
        foreach (var field in Register.Form.Fields.Where(f => f.Kind != FieldKinds.Households && (f.Needs is null || MaySee(f.Needs))))
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
        if (register.Purpose is not null || HouseholdTicks.Field(register) is not null)
            OnDeviceAttribute.Forbid(HttpContext);
        Unit = await UnitQueries.Find(db, row.UnitId, clock.Today(), cancellationToken);
        return Unit is not null && pack.Flow(row.Case.Flow)!.Act(RowCase.Edit)!.From.Contains(row.Case.State);
    }
}
