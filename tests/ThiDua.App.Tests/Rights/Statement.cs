namespace ThiDua.App.Tests.Rights;

/// <summary>Who has to hold what, and where, seen from the thing that an address names.</summary>
public enum At
{
    /// <summary>Anybody, signed in or not.</summary>
    Open,
    SignedIn,

    /// <summary>The right at any unit.</summary>
    Somewhere,

    /// <summary>The right at the thing's unit or above it.</summary>
    ItsUnit,

    /// <summary>There, or in a unit below: it takes part in the campaign.</summary>
    ItsParts,
}

/// <param name="Pattern">As the program maps it.</param>
/// <param name="Address">With names of <see cref="WalkWorld.Things"/> in the places of its values.</param>
public sealed record Page(string Pattern, string Right, At At, string Address)
{
    /// <summary>What it answers depends on more than rights: whether the handler is reached is looked at, not what it says.</summary>
    public bool OnlyReached { get; init; }
}

/// <summary>
/// Who may open what, said a second time in plain data and on purpose not read from the code: the walk holds the one
/// against the other.
/// </summary>
public static class Statement
{
    /// <summary>What a pack in the walk calls a role of its own.</summary>
    public const string PackRole = "police-standing";

    public const string RolesOfPack = $$"""
        roles:
          - code: {{PackRole}}
            label: {vi: "Thường trực Ban Chỉ đạo", en: "Standing member of the committee"}
            permissions: [progress.view, report.approve]

        """;

    public static readonly IReadOnlyDictionary<string, string[]> Roles = new Dictionary<string, string[]>
    {
        ["Administrator"] = ["units", "change units", "people", "acts", "jobs"],
        ["CampaignOffice"] =
        [
            "progress",
            "units",
            "report",
            "decide",
            "plans",
            "run",
            "registers",
            "fill registers",
            "papers",
            "draw up",
            "change units",
            "remind",
            "enter baselines",
            "approve baselines",
        ],
        ["Leader"] = ["progress", "units", "registers", "decide", "papers", "remind", "approve baselines"],
        ["UnitOfficer"] = ["progress", "units", "registers", "fill registers", "report"],
        ["CouncilMember"] = ["progress", "units", "registers"],
        ["Inspector"] = ["progress", "units", "registers", "papers"],
        ["Auditor"] = ["progress", "units", "registers", "papers", "acts"],
        ["ApiClient"] = ["progress", "registers", "fill registers", "report"],
        [PackRole] = ["progress", "decide"],
    };

    public static readonly IReadOnlyList<Page> Pages =
    [
        new("/", "", At.SignedIn, "/"),
        new("/sign-out", "", At.SignedIn, "/sign-out"),
        new("/start-for-real", "", At.SignedIn, "/start-for-real") { OnlyReached = true },
        new("/sign-in", "", At.Open, "/sign-in"),
        new("/first-run", "", At.Open, "/first-run"),
        new("/language", "", At.Open, "/language"),
        new("/error", "", At.Open, "/error"),
        new("/healthz", "", At.Open, "/healthz"),
        new("/readyz", "", At.Open, "/readyz"),
        new("/offline", "", At.Open, "/offline"),
        new("/sw.js", "", At.Open, "/sw.js"),
        new("/queue/session", "", At.Open, "/queue/session"),
        new("/queue", "", At.SignedIn, "/queue"),
        new("/notices", "", At.SignedIn, "/notices"),
        new("/account", "", At.SignedIn, "/account") { OnlyReached = true },
        new("/account/password", "", At.SignedIn, "/account/password") { OnlyReached = true },
        new("/notices.{format}", "", At.SignedIn, "/notices.csv"),
        new("/views", "", At.SignedIn, "/views?list=acts"),
        new("/my-work", "report", At.Somewhere, "/my-work"),
        new("/imports", "", At.SignedIn, "/imports"),
        new("/imports/figures/{id?}", "report", At.ItsUnit, "/imports/figures/{import}") { OnlyReached = true },
        new("/api/v1/facts", "report", At.Somewhere, "/api/v1/facts"),
        new("/reports/{id}", "report", At.ItsUnit, "/reports/{report}"),
        new("/reports/{unit}/{campaign}/{period}", "report", At.ItsUnit, "/reports/{unit}/{campaign}/2024"),
        new("/reports/{unit}/{campaign}/{period}/xlsx", "report", At.ItsUnit, "/reports/{unit}/{campaign}/2024/xlsx"),
        new("/reports/on-behalf", "report", At.Somewhere, "/reports/on-behalf"),
        new("/estimates/{unit}/{campaign}", "report", At.ItsUnit, "/estimates/{unit}/{campaign}"),
        new("/requests", "run", At.Somewhere, "/requests"),
        new("/requests.{format}", "run", At.Somewhere, "/requests.csv"),
        new("/requests/new", "run", At.Somewhere, "/requests/new"),
        new("/requests/{id}", "progress", At.ItsUnit, "/requests/{request}"),
        new("/requests/{id}.{format}", "progress", At.ItsUnit, "/requests/{request}.xlsx"),
        new("/requests/answers/{id}", "report", At.ItsUnit, "/requests/answers/{answer}"),
        new("/review", "decide", At.Somewhere, "/review"),
        new("/review.{format}", "decide", At.Somewhere, "/review.json"),
        new("/review/{id}", "decide", At.ItsUnit, "/review/{report}"),
        new("/plans", "plans", At.Somewhere, "/plans"),
        new("/plans.{format}", "plans", At.Somewhere, "/plans.csv"),
        new("/plans/new", "plans", At.Somewhere, "/plans/new"),
        new("/plans/reading/{id}", "plans", At.ItsUnit, "/plans/reading/{job}") { OnlyReached = true },
        new("/plans/compare", "plans", At.ItsUnit, "/plans/compare?a={draft}&b={draft}"),
        new("/plans/{id}", "plans", At.ItsUnit, "/plans/{draft}"),
        new("/plans/{id}/head", "plans", At.ItsUnit, "/plans/{draft}/head"),
        new("/plans/{id}/units", "plans", At.ItsUnit, "/plans/{draft}/units"),
        new("/plans/{id}/spelling", "plans", At.ItsUnit, "/plans/{draft}/spelling"),
        new("/plans/{id}/tasks/{item:int}", "plans", At.ItsUnit, "/plans/{draft}/tasks/0"),
        new("/plans/{id}/targets/{item:int}", "plans", At.ItsUnit, "/plans/{draft}/targets/0"),
        new("/plans/{id}/targets/{item:int}/indicator", "plans", At.ItsUnit, "/plans/{draft}/targets/{item}/indicator"),
        new("/plans/{id}/launch", "run", At.ItsUnit, "/plans/{draft}/launch"),
        new("/plans/{id}/amend", "run", At.ItsUnit, "/plans/{draft}/amend"),
        new("/plans/{id}/source", "progress", At.ItsParts, "/plans/{plan}/source"),
        new("/campaigns/{id}", "progress", At.ItsParts, "/campaigns/{campaign}"),
        new("/campaigns/{id}/edit", "run", At.ItsUnit, "/campaigns/{campaign}/edit"),
        new("/registrations/{id}", "progress", At.ItsUnit, "/registrations/{registration}"),
        new("/campaigns/{campaign}/baselines", "enter baselines", At.ItsUnit, "/campaigns/{campaign}/baselines"),
        new("/campaigns/{campaign}/targets/{target}/edit", "run", At.ItsUnit, "/campaigns/{campaign}/targets/{target}/edit"),
        new("/campaigns/{campaign}/targets/{target}/parts", "run", At.ItsUnit, "/campaigns/{campaign}/targets/{target}/parts")
        {
            OnlyReached = true,
        },
        new("/baselines/{id}", "approve baselines", At.ItsUnit, "/baselines/{baseline}"),
        new("/tasks/{id}", "progress", At.ItsUnit, "/tasks/{task}"),
        new("/files/{id}/{name}", "progress", At.ItsUnit, "/files/{attachment}/bien-ban.txt"),
        new("/api/v1/registers/{code}", "fill registers", At.Somewhere, "/api/v1/registers/outreach"),
        new("/api/v1/registers/rows/{id}", "fill registers", At.ItsUnit, "/api/v1/registers/rows/{row}"),
        new("/registers", "registers", At.Somewhere, "/registers"),
        new("/registers/{code}", "registers", At.Somewhere, "/registers/outreach"),
        new("/registers/{code}.{format}", "registers", At.Somewhere, "/registers/outreach.json"),
        new("/registers/{code}/map", "registers", At.Somewhere, "/registers/outreach/map"),
        new("/map", "registers", At.Somewhere, "/map"),
        new("/map/areas", "registers", At.ItsUnit, "/map/areas?unit={unit}"),
        new("/registers/{code}/copy", "fill registers", At.Somewhere, "/registers/outreach/copy"),
        new("/registers/{code}/new", "fill registers", At.Somewhere, "/registers/outreach/new"),
        new("/registers/{code}/import/{id?}", "fill registers", At.Somewhere, "/registers/outreach/import") { OnlyReached = true },
        new("/registers/rows/{id}", "registers", At.ItsUnit, "/registers/rows/{row}"),
        new("/registers/rows/{id}/edit", "fill registers", At.ItsUnit, "/registers/rows/{row}/edit"),
        new("/progress", "progress", At.Somewhere, "/progress"),
        new("/tasks", "progress", At.Somewhere, "/tasks"),
        new("/tasks.{format}", "progress", At.Somewhere, "/tasks.csv"),
        new("/progress/{campaign}", "progress", At.ItsParts, "/progress/{campaign}"),
        new("/progress/{campaign}/units/{unit}", "progress", At.ItsUnit, "/progress/{campaign}/units/{unit}"),
        new("/progress/{campaign}/targets/{target}", "progress", At.ItsParts, "/progress/{campaign}/targets/{target}"),
        new(
            "/progress/{campaign}/targets/{target}/assess",
            "report",
            At.ItsUnit,
            "/progress/{campaign}/targets/{target}/assess?unit={unit}"
        )
        {
            OnlyReached = true,
        },
        new("/progress/{campaign}/picture", "progress", At.ItsParts, "/progress/{campaign}/picture"),
        new("/progress/{campaign}/facts", "progress", At.ItsParts, "/progress/{campaign}/facts?indicator=crime.cases"),
        new("/api/v1/campaigns/{campaign}/progress", "progress", At.ItsParts, "/api/v1/campaigns/{campaign}/progress"),
        new("/facts/{id}", "progress", At.ItsUnit, "/facts/{fact}"),
        new("/search", "", At.SignedIn, "/search?q=ap"),
        new("/help", "", At.SignedIn, "/help"),
        new("/notices/settings", "", At.SignedIn, "/notices/settings"),
        new("/notices/{number:int}", "", At.SignedIn, "/notices/1") { OnlyReached = true },
        new("/admin/contact", "people", At.Somewhere, "/admin/contact"),
        new("/late", "remind", At.Somewhere, "/late"),
        new("/late.{format}", "remind", At.Somewhere, "/late.csv"),
        new("/papers", "papers", At.Somewhere, "/papers"),
        new("/papers.{format}", "papers", At.Somewhere, "/papers.xlsx"),
        new("/papers/style.css", "papers", At.Somewhere, "/papers/style.css"),
        new("/papers/{id}", "papers", At.ItsUnit, "/papers/{paper}"),
        new("/papers/{id}/word", "papers", At.ItsUnit, "/papers/{paper}/word"),
        new("/papers/new", "draw up", At.Somewhere, "/papers/new"),
        new("/units/{id?}", "units", At.ItsUnit, "/units/{unit}"),
        new("/units/{id}.{format}", "units", At.ItsUnit, "/units/{unit}.csv"),
        new("/units/{id}/add", "change units", At.ItsUnit, "/units/{unit}/add"),
        new("/units/{id}/change", "change units", At.ItsUnit, "/units/{unit}/change"),
        new("/units/{id}/move", "change units", At.ItsUnit, "/units/{unit}/move"),
        new("/units/{id}/merge", "change units", At.ItsUnit, "/units/{unit}/merge"),
        new("/units/{id}/split", "change units", At.ItsUnit, "/units/{unit}/split"),
        new("/units/{id}/close", "change units", At.ItsUnit, "/units/{unit}/close"),
        new("/admin", "people", At.Somewhere, "/admin"),
        new("/admin.{format}", "people", At.Somewhere, "/admin.xlsx"),
        new("/admin/people/new", "people", At.Somewhere, "/admin/people/new"),
        new("/admin/people/{id}", "people", At.ItsUnit, "/admin/people/{person}"),
        new("/admin/people/{id}/roles/new", "people", At.ItsUnit, "/admin/people/{person}/roles/new"),
        new("/admin/people/{id}/roles/{role}/end", "people", At.ItsUnit, "/admin/people/{person}/roles/{role}/end"),
        new("/admin/people/{id}/roles/{role}/move", "people", At.ItsUnit, "/admin/people/{person}/roles/{role}/move"),
        new("/admin/acts", "acts", At.Somewhere, "/admin/acts"),
        new("/admin/acts.{format}", "acts", At.Somewhere, "/admin/acts.csv"),
        new("/admin/acts/{id:long}", "acts", At.ItsUnit, "/admin/acts/{act}"),
        new("/admin/packs", "people", At.Somewhere, "/admin/packs"),
        new("/admin/jobs", "jobs", At.Somewhere, "/admin/jobs"),
        new("/admin/jobs.{format}", "jobs", At.Somewhere, "/admin/jobs.csv"),
    ];

    public static bool May(Page page, Walker who) =>
        page.At switch
        {
            At.Open => true,
            At.SignedIn => who.Role is not null,
            _ => who.Role is { } role
                && Roles[role].Contains(page.Right)
                && (page.At, who.Stands) switch
                {
                    (_, Stands.Expired or Stands.Future) => false,
                    (At.Somewhere, _) or (_, Stands.Own or Stands.Parent) => true,
                    (At.ItsParts, Stands.Child) => true,
                    _ => false,
                },
        };
}
