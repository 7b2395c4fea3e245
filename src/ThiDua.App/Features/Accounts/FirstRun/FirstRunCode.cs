using System.Security.Cryptography;

namespace ThiDua.App.Features.Accounts.FirstRun;

/// <summary>The one-time code printed in the console: whoever can read the console may set the system up.</summary>
public sealed class FirstRunCode
{
    public string Value { get; } = RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 10);

    public bool Matches(string? typed) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(typed?.Trim().ToLowerInvariant() ?? ""),
            System.Text.Encoding.UTF8.GetBytes(Value)
        );
}
