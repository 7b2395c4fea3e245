using ThiDua.App.Features.Progress;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Home;

/// <summary>What stands on a first page, whoever's it is: what waits, who is late, what is behind.</summary>
public sealed record FirstPage(InboxView Inbox, IReadOnlyList<Glance> Glances, Viewer Viewer)
{
    public const int MostShown = 5;

    public IReadOnlyList<LateRow> Late => [.. Glances.SelectMany(g => g.Late).OrderBy(l => l.Late.Since)];
    public int LateUnits => Late.Select(l => l.Unit.Id).Distinct().Count();
    public bool LateMore => Glances.Any(g => g.Late.Count >= LateRows.Most);
    public IReadOnlyList<(Glance Glance, TargetProgress Target)> Behind => [.. Glances.SelectMany(g => g.Behind.Select(t => (g, t)))];

    public bool Chases => Viewer.Can(Permission.RemindUnits);
    public bool Decides => Viewer.Can(Permission.ReviewReport);
    public bool Signs => Viewer.Can(Permission.SignPaper);

    /// <summary>Of one kind alone the queue opens on it, where many can be decided at once.</summary>
    public string Queue => Inbox.ToApprove.Select(r => r.Flow.Code).Distinct().ToList() is [var only] ? $"/review?kind={only}" : "/review";
}
