namespace ThiDua.App.Features.Accounts.Rights;

internal static class RoleDays
{
    /// <summary>A slip of the keyboard ("0202") is not a day on which anybody holds a role.</summary>
    public static bool IsUsual(DateOnly? day) => day is null or { Year: >= 1945 and <= 2100 };
}
