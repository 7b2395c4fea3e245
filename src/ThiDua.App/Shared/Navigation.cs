using ThiDua.App.Security;

namespace ThiDua.App.Shared;

/// <summary>The main pages, each shown to those who may open it.</summary>
public sealed record Navigation(string Href, string Text, string Needs)
{
    private static readonly Navigation[] Links =
    [
        new("/my-work", "MyWork", Permission.FillReport),
        new("/progress", "Progress", Permission.ViewProgress),
        new("/review", "Review", Permission.ReviewReport),
        new("/plans", "ImportPlan", Permission.ImportPlan),
        new("/papers", "Papers", Permission.ViewPaper),
        new("/units", "Units", Permission.ViewUnits),
        new("/admin", "Administration", Permission.ManageAccounts),
    ];

    public static IReadOnlyList<Navigation> For(Viewer viewer) => [.. Links.Where(l => viewer.Can(l.Needs))];

    public bool Covers(string path) => path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}
