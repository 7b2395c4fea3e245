using Microsoft.Extensions.Localization;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts;

internal static class AccountText
{
    /// <summary>Why a password is refused, in the reader's words.</summary>
    public static string? Fault(this IStringLocalizer<Text> text, PasswordFault? fault) =>
        fault is null ? null : text[$"Password{fault}"].Value;
}
