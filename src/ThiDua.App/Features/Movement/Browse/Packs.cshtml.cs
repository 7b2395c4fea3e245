using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Movement.Browse;

/// <summary>Which packs are in use, and what is wrong with the folder where somebody changes them.</summary>
[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class PacksModel(PackShelf shelf) : PageModel
{
    public IReadOnlyCollection<Pack> InUse => shelf.All;
    public PackTroubles? Troubles => shelf.Troubles;
}
