using ThiDua.App.Packs;

namespace ThiDua.App.Security;

/// <summary>
/// Who people are to the system, and what that lets them do: the one table of rights. Packs may name more
/// (<see cref="RoleBook"/>).
/// </summary>
public static class Roles
{
    public const string Administrator = "Administrator",
        CampaignOffice = "CampaignOffice",
        Leader = "Leader",
        UnitOfficer = "UnitOfficer",
        CouncilMember = "CouncilMember",
        Inspector = "Inspector",
        Auditor = "Auditor",
        ApiClient = "ApiClient";

    private static readonly Dictionary<string, IReadOnlySet<string>> Table = new(StringComparer.Ordinal)
    {
        // Administrators run the system; they neither read nor change figures silently.
        [Administrator] = May(
            Permission.ViewUnits,
            Permission.ManageUnits,
            Permission.ManageAccounts,
            Permission.ReadActs,
            Permission.ViewJobs
        ),
        [CampaignOffice] = May(
            Permission.ViewProgress,
            Permission.ViewUnits,
            Permission.FillReport,
            Permission.ReviewReport,
            Permission.ReopenReport,
            Permission.ImportPlan,
            Permission.RunCampaign,
            Permission.EnterBaseline,
            Permission.ApproveBaseline,
            Permission.DoTask,
            Permission.DirectTask,
            Permission.ViewRegister,
            Permission.FillRegister,
            Permission.ConfirmRow,
            Permission.RemindUnits,
            Permission.ViewPaper,
            Permission.IssuePaper,
            Permission.ManageUnits
        ),
        // Leaders see all of their unit, approve and sign; they are no clerks.
        [Leader] = May(
            Permission.ViewProgress,
            Permission.ViewUnits,
            Permission.ReviewReport,
            Permission.ReopenReport,
            Permission.ApproveBaseline,
            Permission.DirectTask,
            Permission.ViewRegister,
            Permission.ConfirmRow,
            Permission.RemindUnits,
            Permission.ViewPaper,
            Permission.SignPaper
        ),
        [UnitOfficer] = May(
            Permission.ViewProgress,
            Permission.ViewUnits,
            Permission.FillReport,
            Permission.DoTask,
            Permission.ViewRegister,
            Permission.FillRegister
        ),
        [CouncilMember] = May(Permission.ViewProgress, Permission.ViewUnits, Permission.ViewRegister),
        [Inspector] = May(Permission.ViewProgress, Permission.ViewUnits, Permission.ViewRegister, Permission.ViewPaper),
        [Auditor] = May(Permission.ViewProgress, Permission.ViewUnits, Permission.ViewRegister, Permission.ViewPaper, Permission.ReadActs),
        [ApiClient] = May(Permission.ViewProgress, Permission.FillReport, Permission.ViewRegister, Permission.FillRegister),
    };

    /// <summary>The codes of the built-in roles.</summary>
    public static IReadOnlyCollection<string> All => Table.Keys;

    /// <summary>What a built-in role may; null for a code that is none.</summary>
    public static IReadOnlySet<string>? Of(string role) => Table.GetValueOrDefault(role);

    private static HashSet<string> May(params string[] permissions) => new(permissions, StringComparer.Ordinal);
}

/// <summary>All roles of this installation: the built-in ones, and those that its packs name.</summary>
public sealed class RoleBook(PackShelf packs)
{
    /// <summary>Codes, the built-in roles first.</summary>
    public IReadOnlyList<string> All => [.. Roles.All, .. packs.Roles.Keys.Order(StringComparer.Ordinal)];

    public bool Allows(string role, string permission) =>
        Roles.Of(role)?.Contains(permission) ?? OfPack(role)?.Permissions.Contains(permission) ?? false;

    /// <summary>A pack's role; null for a built-in one, whose texts are the product's own.</summary>
    public PackRole? OfPack(string role) => packs.Roles.GetValueOrDefault(role);
}
