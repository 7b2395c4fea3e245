using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Help.Read;

/// <param name="Href">Null for a step that is done elsewhere.</param>
public sealed record HelpStep(string Title, string Says, string? Href);

/// <summary>A short page for each role: what one does here, in order of the day; it opens on one's own.</summary>
[SignedIn]
[OnDevice]
public sealed class HelpModel(Viewer viewer, OfficeContacts contacts, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>By the first page that a role works with; programs need no page.</summary>
    public static readonly IReadOnlyList<string> Pages =
    [
        Roles.UnitOfficer,
        Roles.CampaignOffice,
        Roles.Leader,
        Roles.CouncilMember,
        Roles.Inspector,
        Roles.Auditor,
        Roles.Administrator,
    ];

    private const int MostSteps = 9;

    public string Role { get; private set; } = "";
    public IReadOnlyList<HelpStep> Steps { get; private set; } = [];
    public OfficeContact? Contact { get; private set; }

    public async Task OnGet(string? role, CancellationToken cancellationToken)
    {
        Role = Pages.FirstOrDefault(p => p == role) ?? Mine();
        Steps =
        [
            .. Enumerable
                .Range(1, MostSteps)
                .Where(n => !text[$"{Role}.{n}"].ResourceNotFound)
                .Select(n => new HelpStep(text[$"{Role}.{n}"], text[$"{Role}.{n}.says"], Link($"{Role}.{n}.href"))),
        ];
        Contact = await contacts.Mine(cancellationToken);
    }

    private string? Link(string key) => text[key] is { ResourceNotFound: false } href ? href.Value : null;

    private string Mine() =>
        viewer.Can(Permission.RunCampaign) ? Roles.CampaignOffice
        : viewer.Can(Permission.SignPaper) || viewer.Can(Permission.ReviewReport) ? Roles.Leader
        : viewer.Can(Permission.FillReport) ? Roles.UnitOfficer
        : viewer.Can(Permission.ManageAccounts) ? Roles.Administrator
        : viewer.Can(Permission.ReadActs) ? Roles.Auditor
        : viewer.Can(Permission.ViewPaper) ? Roles.Inspector
        : Roles.CouncilMember;
}
