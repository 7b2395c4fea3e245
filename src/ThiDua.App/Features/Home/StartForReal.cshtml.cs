using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Cli;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Home;

/// <summary>From trying out to real work: an empty database of its own. Sample data is never carried over.</summary>
[SignedIn]
public sealed class StartForRealModel(ServeOptions options, Viewer viewer) : PageModel
{
    private string Folder => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(options.Data))!, "dung-that");

    public string? Made { get; private set; }
    public string? Taken { get; private set; }
    public bool MayMake => viewer.Can(Permission.ManageAccounts);

    public IActionResult OnGet()
    {
        if (!options.Sample)
            return NotFound();
        Taken = Directory.Exists(Folder) ? Folder : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancellationToken)
    {
        if (!options.Sample || !MayMake)
            return NotFound();
        if (Directory.Exists(Folder))
            return OnGet();
        var real = options with { Data = Folder, Postgres = null, Sample = false, Today = null };
        await using var empty = App.Services(real).Build();
        await Startup.Prepare(empty.Services, real, cancellationToken);
        Made = Folder;
        return Page();
    }
}
