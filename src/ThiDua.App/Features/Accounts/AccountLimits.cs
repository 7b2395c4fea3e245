namespace ThiDua.App.Features.Accounts;

/// <summary>The longest that is taken of what people type here, in characters.</summary>
internal static class AccountLimits
{
    public const int Name = 100,
        UnitName = 200,
        UnitCode = 40,
        Reason = 500;

    /// <summary>A reason as it is kept; null for none or one that is too long.</summary>
    public static string? Reasoned(string? typed) => Data.NameText.Clean(typed) is { Length: > 0 and <= Reason } reason ? reason : null;
}
