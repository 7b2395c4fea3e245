using Microsoft.AspNetCore.Authorization;

namespace ThiDua.App.Security;

/// <summary>What a page, an endpoint, an act of a flow or a job asks for, by code. Each is held at a unit and valid for its subtree.</summary>
public static class Permission
{
    /// <summary>To see figures, targets, tasks and units of one's subtree.</summary>
    public const string ViewProgress = "progress.view", ViewUnits = "unit.view";

    public const string FillReport = "report.submit", ReviewReport = "report.approve", ReopenReport = "report.reopen";

    public const string ImportPlan = "campaign.import", RunCampaign = "campaign.launch", EnterBaseline = "baseline.enter", ApproveBaseline = "baseline.approve";

    public const string DoTask = "task.do", DirectTask = "task.direct";

    public const string ViewPaper = "paper.view", IssuePaper = "paper.draft", SignPaper = "paper.sign";

    public const string ManageUnits = "unit.manage", ManageAccounts = "account.manage", ReadActs = "act.read", ViewJobs = "job.view";

    /// <summary>Every permission that the system knows; a pack that names another in a flow is refused.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        ViewProgress, ViewUnits, FillReport, ReviewReport, ReopenReport, ImportPlan, RunCampaign, EnterBaseline, ApproveBaseline, DoTask, DirectTask,
        ViewPaper, IssuePaper, SignPaper, ManageUnits, ManageAccounts, ReadActs, ViewJobs,
    };
}

/// <summary>Who people are to the system, and what that lets them do: the one table of rights.</summary>
public static class Roles
{
    public const string Administrator = "Administrator", CampaignOffice = "CampaignOffice", Leader = "Leader", UnitOfficer = "UnitOfficer",
        CouncilMember = "CouncilMember", Inspector = "Inspector", Auditor = "Auditor", ApiClient = "ApiClient";

    private static readonly Dictionary<string, IReadOnlySet<string>> Table = new(StringComparer.Ordinal)
    {
        // Administrators run the system; they neither read nor change figures silently.
        [Administrator] = Of(Permission.ViewUnits, Permission.ManageUnits, Permission.ManageAccounts, Permission.ReadActs, Permission.ViewJobs),
        [CampaignOffice] = Of(
            Permission.ViewProgress, Permission.ViewUnits, Permission.FillReport, Permission.ReviewReport, Permission.ReopenReport, Permission.ImportPlan,
            Permission.RunCampaign, Permission.EnterBaseline, Permission.ApproveBaseline, Permission.DoTask, Permission.DirectTask, Permission.ViewPaper,
            Permission.IssuePaper, Permission.ManageUnits),
        // Leaders see all of their unit, approve and sign; they are no clerks.
        [Leader] = Of(
            Permission.ViewProgress, Permission.ViewUnits, Permission.ReviewReport, Permission.ReopenReport, Permission.ApproveBaseline,
            Permission.DirectTask, Permission.ViewPaper, Permission.SignPaper),
        [UnitOfficer] = Of(Permission.ViewProgress, Permission.ViewUnits, Permission.FillReport, Permission.DoTask),
        [CouncilMember] = Of(Permission.ViewProgress, Permission.ViewUnits),
        [Inspector] = Of(Permission.ViewProgress, Permission.ViewUnits, Permission.ViewPaper),
        [Auditor] = Of(Permission.ViewProgress, Permission.ViewUnits, Permission.ViewPaper, Permission.ReadActs),
        [ApiClient] = Of(Permission.ViewProgress, Permission.FillReport),
    };

    public static IReadOnlyCollection<string> All => Table.Keys;

    public static bool Allows(string role, string permission) => Table.TryGetValue(role, out var held) && held.Contains(permission);

    private static HashSet<string> Of(params string[] permissions) => new(permissions, StringComparer.Ordinal);
}

/// <summary>Names the permission a page or endpoint asks for. Without it (or <see cref="OpenToAllAttribute"/>) nobody gets in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : Attribute, IAuthorizationRequirement, IAuthorizeData, IAuthorizationRequirementData
{
    public string Permission => permission;
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>A page for whoever is signed in, whatever their rights: the home page, signing out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAuthorizeData
{
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }
}

/// <summary>A page that needs no sign-in, with the reason why.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string why) : Attribute, IAllowAnonymous
{
    public string Why => why;
}
