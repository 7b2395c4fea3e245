using MailKit.Security;
using MimeKit;

namespace ThiDua.App.Notices.Mail;

/// <summary>Where e-mail is handed over; without one the system sends none.</summary>
/// <param name="Login">Name and password; null where the server asks for none.</param>
/// <param name="Site">Where people reach the system, before the links; null: the e-mail only says what waits.</param>
public sealed record MailServer(
    string Host,
    int Port,
    SecureSocketOptions Security,
    (string User, string Password)? Login,
    MailboxAddress From,
    Uri? Site
)
{
    private const int Submission = 587,
        Implicit = 465;

    /// <param name="server"><c>smtp://user:password@host:587</c>; <c>smtps</c> speaks TLS from the first word on.</param>
    /// <returns>Null where the words are not those of a server, a sender or an address.</returns>
    public static MailServer? Parse(string server, string? from, string? site)
    {
        if (
            !Uri.TryCreate(server, UriKind.Absolute, out var at)
            || at.Scheme is not ("smtp" or "smtps")
            || at.Host.Length == 0
            || !MailboxAddress.TryParse(from, out var sender)
            || !IsSite(site, out var link)
        )
            return null;
        var safe = at.Scheme == "smtps";
        (string, string)? login = at.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password]
            ? (Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : null;
        return new(
            at.Host,
            at.Port > 0 ? at.Port
                : safe ? Implicit
                : Submission,
                // A password goes over no line that anybody can read.
                safe ? SecureSocketOptions.SslOnConnect
                : login is null ? SecureSocketOptions.StartTlsWhenAvailable
                : SecureSocketOptions.StartTls,
            login,
            sender,
            link
        );
    }

    private static bool IsSite(string? site, out Uri? link)
    {
        link = null;
        return string.IsNullOrEmpty(site) || (Uri.TryCreate(site, UriKind.Absolute, out link) && link.Scheme is "http" or "https");
    }
}

/// <summary>What the operator set; <see cref="Server"/> is null where no e-mail is sent.</summary>
public sealed record MailSetting(MailServer? Server)
{
    public static readonly MailSetting None = new((MailServer?)null);
}
