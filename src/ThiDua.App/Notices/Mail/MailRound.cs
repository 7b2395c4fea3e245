using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Jobs;

namespace ThiDua.App.Notices.Mail;

/// <param name="Account">Whose they are.</param>
/// <param name="Notices">Ids; what is read before the e-mail goes is left out of it.</param>
public sealed record MailOfPerson(int Account, IReadOnlyList<int> Notices);

/// <summary>
/// Hands new notices on to be sent by e-mail, those of one person together; the jobs and how far it came are one transaction.
/// What was there before e-mail was set up is not sent.
/// </summary>
public sealed class MailRound(IServiceScopeFactory scopes, MailSetting setting, TimeProvider clock, ILogger<MailRound> logger)
    : LeasedLoop("mail", scopes, clock, logger)
{
    private const string Done = "mail.notice";
    private const int MostAtOnce = 500;

    // Ids precede commits on PostgreSQL: a younger one may be there before an older one.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);
    private readonly TimeProvider clock = clock;

    protected override async Task<bool> HasWork(AppDb db, CancellationToken cancellationToken) =>
        setting.Server is not null
        && (await From(db, cancellationToken) is not { } from || await Fresh(db, from).AnyAsync(cancellationToken));

    protected override Task<int> Step(AppDb db, CancellationToken cancellationToken) =>
        db.Apply(() => HandOn(db, cancellationToken), cancellationToken);

    private async Task<int> HandOn(AppDb db, CancellationToken cancellationToken)
    {
        if (await From(db, cancellationToken) is not { } from)
        {
            var last = await db.Notices.MaxAsync(n => (int?)n.Id, cancellationToken) ?? 0;
            db.Settings.Add(new Setting { Key = Done, Value = last.ToString(CultureInfo.InvariantCulture) });
            Explain(db, "mail.begin", last);
            await db.SaveChangesAsync(cancellationToken);
            return 1;
        }
        var fresh = await Fresh(db, from)
            .OrderBy(n => n.Id)
            .Take(MostAtOnce)
            .Select(n => new
            {
                n.Id,
                n.AccountId,
                Reached = n.ReadAt == null && db.Accounts.Any(a => a.Id == n.AccountId && a.Email != null && a.DisabledAt == null),
            })
            .ToListAsync(cancellationToken);
        if (fresh.Count == 0)
            return 0;
        var act = Explain(db, "mail.hand-on", fresh[^1].Id);
        foreach (var person in fresh.Where(n => n.Reached).GroupBy(n => n.AccountId))
            await db.Enqueue(SendMail.Code, new MailOfPerson(person.Key, [.. person.Select(n => n.Id)]), act, cancellationToken);
        var done = (await db.Settings.FindAsync([Done], cancellationToken))!;
        done.Value = fresh[^1].Id.ToString(CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }

    private Act Explain(AppDb db, string verb, int notice)
    {
        var act = new Act
        {
            At = clock.GetUtcNow(),
            Verb = verb,
            SubjectKind = "system",
            SubjectId = notice.ToString(CultureInfo.InvariantCulture),
        };
        db.Acts.Add(act);
        return act;
    }

    private IQueryable<Notice> Fresh(AppDb db, int from)
    {
        var settled = clock.GetUtcNow() - Settled;
        // Nothing that comes after one that is not settled yet: what is passed over is never looked at again.
        return db
            .Notices.AsNoTracking()
            .Where(n => n.Id > from && !db.Notices.Any(young => young.Id > from && young.Id <= n.Id && young.At > settled));
    }

    private static async Task<int?> From(AppDb db, CancellationToken cancellationToken) =>
        await db.Settings.AsNoTracking().Where(s => s.Key == Done).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken) is { } value
            ? int.Parse(value, CultureInfo.InvariantCulture)
            : null;
}
