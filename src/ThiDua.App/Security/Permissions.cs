using Microsoft.AspNetCore.Authorization;

namespace ThiDua.App.Security;

public enum Role { Administrator, CampaignOffice, UnitOfficer }

/// <summary>What a page, an endpoint or a job asks for. Each is held at a unit and valid for its subtree.</summary>
public enum Permission
{
    /// <summary>To see figures, targets, tasks and units of one's subtree.</summary>
    ViewProgress,
    ViewUnits,
    FillReport,
    ReviewReport,
    ImportPlan,
    RunCampaign,
    IssuePaper,
    ManageUnits,
    ManageAccounts,
    ReadActs,
}

public static class RolePermissions
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        // Administrators run the system; they neither read nor change figures silently.
        [Role.Administrator] = [Permission.ViewUnits, Permission.ManageUnits, Permission.ManageAccounts, Permission.ReadActs],
        [Role.CampaignOffice] =
        [
            Permission.ViewProgress, Permission.ViewUnits, Permission.FillReport, Permission.ReviewReport, Permission.ImportPlan,
            Permission.RunCampaign, Permission.IssuePaper, Permission.ManageUnits,
        ],
        [Role.UnitOfficer] = [Permission.ViewProgress, Permission.ViewUnits, Permission.FillReport],
    };

    public static bool Allows(this Role role, Permission permission) => Table[role].Contains(permission);
}

/// <summary>Names the permission a page or endpoint asks for. Without it (or <see cref="OpenToAllAttribute"/>) nobody gets in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute, IAuthorizationRequirement, IAuthorizeData, IAuthorizationRequirementData
{
    public Permission Permission => permission;
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
