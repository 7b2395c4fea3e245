using ThiDua.App.Security;

namespace ThiDua.App.Shared;

/// <summary>The main pages, each shown to those who may open it, in the order of what they come for.</summary>
public sealed record Navigation(string Href, string Text, string Needs)
{
    public const string Home = "/";

    private static readonly Navigation Glance = new(Home, "Glance", Permission.ViewProgress),
        Review = new("/review", "Review", Permission.ReviewReport),
        Progress = new("/progress", "Progress", Permission.ViewProgress),
        Administration = new("/admin", "Administration", Permission.ManageAccounts),
        Acts = new("/admin/acts", "Acts", Permission.ReadActs);

    private static readonly Navigation[] Links =
    [
        new("/my-work", "MyWork", Permission.FillReport),
        Progress,
        new("/tasks", "Tasks", Permission.ViewProgress),
        Review,
        new("/registers", "Registers", Permission.ViewRegister),
        new("/map", "Map", Permission.ViewRegister),
        new("/plans", "ImportPlan", Permission.ImportPlan),
        new("/papers", "Papers", Permission.ViewPaper),
        new("/units", "Units", Permission.ViewUnits),
        Administration,
    ];

    /// <summary>The first of them is the page after signing in; none for an account that holds no role now.</summary>
    public static IReadOnlyList<Navigation> For(Viewer viewer) =>
        [.. First(viewer).Concat(Links).Where(l => viewer.Can(l.Needs)).DistinctBy(l => l.Href)];

    private static Navigation[] First(Viewer viewer) =>
        viewer.Can(Permission.FillReport) ? []
        // Whoever decides and fills in nothing leads: what waits, then how it stands.
        : viewer.Can(Permission.ReviewReport) ? [Glance, Review]
        : viewer.Can(Permission.ManageAccounts) ? [Administration]
        : [Acts];

    public bool Covers(string path) => path == Href || (Href != Home && path.StartsWith(Href + "/", StringComparison.Ordinal));
}
