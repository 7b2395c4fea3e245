using System.Text.RegularExpressions;

namespace ThiDua.App.Shared;

/// <summary>Numbers to call, as people write them: digits, with spaces, dots or hyphens between.</summary>
public static partial class PhoneNumbers
{
    public const int Longest = 20;

    /// <summary>True for none too.</summary>
    public static bool IsOne(string? typed) => string.IsNullOrWhiteSpace(typed) || Shape().IsMatch(typed.Trim());

    public static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>As a link dials it.</summary>
    public static string Dial(string phone) => "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    [GeneratedRegex(@"^\+?\(?[0-9][0-9 .()-]{1,18}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
