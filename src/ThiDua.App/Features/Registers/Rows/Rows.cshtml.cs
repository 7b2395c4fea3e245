using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Rows;

/// <summary>The list of one register.</summary>
[NeedsSomewhere(Permission.ViewRegister)]
public sealed class RowsModel(RegisterQueries registers, RegisterReads reads, RowList list, ListReader lists) : PageModel
{
    public RegisterDefinition Register { get; private set; } = null!;
    public bool MayWrite { get; private set; }
    public ListPage Found { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code, CancellationToken cancellationToken)
    {
        if (registers.Find(code) is not var (_, register) || await lists.Read(list, Request, cancellationToken) is not { } found)
            return NotFound();
        (Register, Found) = (register, found);
        await reads.Note(register, null, cancellationToken);
        MayWrite = (await registers.Writable(register, cancellationToken)).Count > 0;
        return Page();
    }
}
