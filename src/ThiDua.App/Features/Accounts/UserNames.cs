using System.Text.RegularExpressions;

namespace ThiDua.App.Features.Accounts;

public static partial class UserNames
{
    public static bool IsOne(string? name) => name is not null && Pattern().IsMatch(name);

    // \z, since $ also matches before a line's end.
    [GeneratedRegex(@"^[a-z0-9._-]{2,40}\z")]
    private static partial Regex Pattern();
}
