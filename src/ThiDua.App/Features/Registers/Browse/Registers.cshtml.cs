using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Browse;

/// <param name="Below">Registers whose rows belong to its rows.</param>
public sealed record RegisterCard(RegisterDefinition Register, int Rows, bool MayWrite, IReadOnlyList<RegisterDefinition> Below);

/// <param name="Name">Of the group of indicators beside which they stand; null for those under none.</param>
public sealed record RegisterShelf(LocalText? Name, IReadOnlyList<RegisterCard> Cards);

/// <summary>The registers there are, what each is for, and how many rows the viewer sees in it this year: the viewer's own first.</summary>
[NeedsSomewhere(Permission.ViewRegister)]
[OnDevice]
public sealed class RegistersModel(RegisterQueries registers, Viewer viewer, TimeProvider clock) : PageModel
{
    public int Year { get; private set; }

    /// <summary>Those that the viewer's units keep, and the others.</summary>
    public IReadOnlyList<RegisterShelf> Own { get; private set; } = [];
    public IReadOnlyList<RegisterShelf> Others { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Year = clock.Today().Year;
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        // What stands counts however long ago it began.
        var standing = registers.All.Where(r => r.Register.Until is not null).Select(r => r.Register.Code).ToList();
        var counts = await registers
            .Rows()
            .Where(r => standing.Contains(r.Register) || (r.Date >= first && r.Date <= last))
            .Where(r => r.Case.State != RowCase.Cancelled)
            .GroupBy(r => r.Register)
            .Select(g => new { g.Key, Rows = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Rows, cancellationToken);
        var kinds = viewer.Can(Permission.FillRegister) ? await registers.WritableKinds(cancellationToken) : new HashSet<string>();
        var all = registers.All.Select(r => r.Register).ToList();
        var cards = all.Where(r => r.Of is null)
            .Select(r => new RegisterCard(
                r,
                counts.GetValueOrDefault(r.Code),
                r.KeptBy.Any(kinds.Contains),
                [.. all.Where(c => c.ParentRegister == r.Code)]
            ))
            .ToList();
        Own = Shelves(cards.Where(c => c.MayWrite));
        Others = Shelves(cards.Where(c => !c.MayWrite));
    }

    private List<RegisterShelf> Shelves(IEnumerable<RegisterCard> cards)
    {
        var byGroup = cards.ToLookup(c => c.Register.Group);
        var groups = registers.All.Select(r => r.Pack).Distinct().SelectMany(p => p.Groups).DistinctBy(g => g.Code);
        return
        [
            .. groups.Where(g => byGroup.Contains(g.Code)).Select(g => new RegisterShelf(g.Name, [.. byGroup[g.Code]])),
            .. byGroup.Contains(null) ? [new RegisterShelf(null, [.. byGroup[null]])] : Array.Empty<RegisterShelf>(),
        ];
    }
}
