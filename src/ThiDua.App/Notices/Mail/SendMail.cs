using System.Globalization;
using System.Text;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Notices.Mail;

/// <summary>
/// Sends one person what is new for them, in Vietnamese, as plain text: the same words as on the page of notices. A server that is
/// away is tried again later.
/// </summary>
public sealed class SendMail(AppDb db, MailSetting setting) : IJobKind
{
    public const string Code = "mail.send";
    private const int Patience = 30_000;

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var asked = job.Payload<MailOfPerson>();
        var person = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == asked.Account, cancellationToken);
        var notices = await db
            .Notices.AsNoTracking()
            .Where(n => asked.Notices.Contains(n.Id) && n.AccountId == asked.Account && n.ReadAt == null)
            .OrderBy(n => n.Due)
            .ThenBy(n => n.Id)
            .ToListAsync(cancellationToken);
        var sent = setting.Server is { } server && person is { Email: not null, DisabledAt: null } && notices.Count > 0;
        if (sent)
            await Send(setting.Server!, Written(setting.Server!, person!, notices), cancellationToken);
        await job.End(new { sent = sent ? notices.Count : 0 });
    }

    private static async Task Send(MailServer server, MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = Patience };
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancellationToken);
        if (server.Login is var (user, password))
            await client.AuthenticateAsync(user, password, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }

    private static MimeMessage Written(MailServer server, Account person, IReadOnlyList<Notice> notices)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Kính gửi {person.FullName},\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Hệ thống ThiDua có {notices.Count} lời nhắc mới:\n");
        foreach (var notice in notices)
            Line(text, server, notice);
        text.Append("\nĐể thôi nhận thư, mở trang Tài khoản và xóa địa chỉ thư điện tử.\n");
        var message = new MimeMessage
        {
            Subject = $"ThiDua: {notices.Count} lời nhắc mới",
            Body = new TextPart("plain") { Text = text.ToString() },
        };
        message.From.Add(server.From);
        message.To.Add(new MailboxAddress(person.FullName, person.Email!));
        return message;
    }

    private static void Line(StringBuilder text, MailServer server, Notice notice)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n- {notice.Title} ({notice.Unit})");
        if (notice.Due is { } due)
            text.Append(CultureInfo.InvariantCulture, $", hạn {Show.Date(due)}");
        if (notice.Words is { } words)
            text.Append(CultureInfo.InvariantCulture, $"\n  {words.ReplaceLineEndings("\n  ")}");
        if (server.Site is { } site)
            text.Append(CultureInfo.InvariantCulture, $"\n  {new Uri(site, notice.Href)}");
        text.Append('\n');
    }
}
