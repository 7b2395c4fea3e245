namespace ThiDua.App.Features.Accounts;

/// <summary>The longest that is taken of what people type here, in characters.</summary>
internal static class AccountLimits
{
    public const int Name = 100, UnitName = 200, UnitCode = 40, Reason = 500;
}
