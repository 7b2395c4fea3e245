using ThiDua.App.Packs.Reading;
using ThiDua.App.Security;

namespace ThiDua.App.Packs.Checks;

/// <summary>A pack's role adds to the built-in ones, never changes one, and gives only rights that there are.</summary>
internal static class RoleChecks
{
    public const int LongestCode = 40;

    public static readonly LocalText PermissionSort = new("quyền", "permission");

    public static void Run(IReadOnlyList<Placed<PackRole>> all)
    {
        References.Unique(all, r => r.Code);
        foreach (var role in all)
        {
            Code(role);
            References.AllKnown(role, "permissions", role.Value.Permissions, Permission.All, PermissionSort);
            Twice(role);
        }
    }

    private static void Code(Placed<PackRole> role)
    {
        var code = role.Value.Code;
        if (Roles.All.Any(r => r.Equals(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)))
        {
            role.Add(
                "code",
                $"\"{code}\" là vai trò có sẵn của hệ thống; bộ mẫu không đổi được.",
                $"\"{code}\" is a role of the system itself; a pack cannot change it."
            );
        }
        if (code.Length > LongestCode)
        {
            role.Add("code", $"Mã vai trò dài quá {LongestCode} ký tự.", $"A role's code is longer than {LongestCode} characters.");
        }
    }

    private static void Twice(Placed<PackRole> role)
    {
        var permissions = role.Value.Permissions;
        if (permissions.Count == 0)
        {
            role.Add("permissions", "Vai trò này không có quyền nào.", "This role has no permission.");
        }
        for (var i = 0; i < permissions.Count; i++)
        {
            if (permissions.Take(i).Contains(permissions[i]))
            {
                role.Add($"permissions[{i}]", $"\"{permissions[i]}\" được ghi hai lần.", $"\"{permissions[i]}\" is written twice.");
            }
        }
    }
}
