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
