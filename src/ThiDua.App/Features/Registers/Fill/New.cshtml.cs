using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.Fill;

/// <summary>A new row; where the viewer writes for several units, of the one chosen.</summary>
[NeedsSomewhere(Permission.FillRegister)]
[RequestSizeLimit(AttachFiles.MostRequest), RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostRequest)]
[OnDevice]
public sealed class NewModel(RegisterQueries registers, SaveRow save, FormNameSources names, FormFiles files, Viewer viewer)
    : FillPage(save, names, files, viewer)
{
    /// <summary>In the address, in the place of a unit: another one is to be chosen.</summary>
    public const string Choose = "-";

    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    /// <summary>Public id of the row of another register that it will belong to.</summary>
    public string? Of { get; private set; }

    /// <summary>Public id of the row of which it begins as a copy.</summary>
    public string? From { get; private set; }

    public async Task<IActionResult> OnGet(string code, string? unit, string? of, string? from, CancellationToken cancellationToken)
    {
        var copied = from is null ? null : await registers.Seen(from, cancellationToken);
        if (from is not null && copied?.Register != code)
            return NotFound();
        From = from;
        if (!await Load(code, unit, of, cancellationToken))
            return NotFound();
        if (Unit is not null)
            await Show(copied is null ? Given : Copied(copied), FormPosts.Nothing, cancellationToken);
        return Page();
    }

    /// <summary>What a copy takes over, of what the viewer sees.</summary>
    private Dictionary<string, string> Copied(RegisterRow row) =>
        RowCopies.Of(Register, row.Data).Where(v => Register.Form.Field(v.Key)!.Needs is not { } right || MaySee(right)).ToDictionary();

    public async Task<IActionResult> OnPost(string code, [FromForm(Name = UnitField)] string? unit, CancellationToken cancellationToken)
    {
        if (!await Load(code, unit, null, cancellationToken) || Unit is null)
            return NotFound();
        return await Save(new(code, Unit.PublicId, FormPosts.Nothing, FormPosts.Nothing), cancellationToken);
    }

    private Dictionary<string, string> Given => Of is { } of && Register.Of is { } name ? new() { [name] = of } : [];

    private async Task<bool> Load(string code, string? unit, string? of, CancellationToken cancellationToken)
    {
        if (registers.Find(code) is not var (_, register))
            return false;
        (Register, Of) = (register, of);
        var units = await registers.Writable(register, cancellationToken);
        Units = [.. units.Where(u => register.Form.Fields.All(f => f.GivenBy is not { } right || May(right, u)))];
        if (unit is null && (of ?? From) is not null)
            unit = await UnitOf((of ?? From)!, cancellationToken);
        var none = unit is null or Choose;
        Unit = none && Units.Count == 1 ? Units[0] : Units.FirstOrDefault(u => u.PublicId == unit);
        return none || Unit is not null;
    }

    /// <summary>Of the row that it belongs to, where the viewer may write for it.</summary>
    private async Task<string?> UnitOf(string of, CancellationToken cancellationToken)
    {
        var unitId = await registers.Rows().Where(r => r.Case.PublicId == of).Select(r => r.UnitId).FirstOrDefaultAsync(cancellationToken);
        return Units.FirstOrDefault(u => u.Id == unitId)?.PublicId;
    }
}
