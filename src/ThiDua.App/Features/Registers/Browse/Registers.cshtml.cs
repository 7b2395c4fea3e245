using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Browse;

/// <summary>The registers there are, what each is for, and how many rows the viewer sees in it this year.</summary>
[NeedsSomewhere(Permission.ViewRegister)]
public sealed class RegistersModel(RegisterQueries registers, Viewer viewer, TimeProvider clock) : PageModel
{
    public const int MostCounted = 1000;

    public int Year { get; private set; }
    public IReadOnlyList<(RegisterDefinition Register, int Rows, bool MayWrite)> Registers { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Year = clock.Today().Year;
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var all = new List<(RegisterDefinition, int, bool)>();
        foreach (var (_, register) in registers.All)
        {
            var rows = await registers
                .Rows(register.Code)
                .Where(r => r.Date >= first && r.Date <= last && r.Case.State != RowCase.Cancelled)
                .Take(MostCounted + 1)
                .CountAsync(cancellationToken);
            var writable = viewer.Can(Permission.FillRegister) && (await registers.Writable(register, cancellationToken)).Count > 0;
            all.Add((register, rows, writable));
        }
        Registers = all;
    }
}
