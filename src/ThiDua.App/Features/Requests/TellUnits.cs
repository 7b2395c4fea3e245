using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Requests;

/// <summary>Tells the people of units that figures are asked of them, within the caller's act.</summary>
public sealed class TellUnits(AppDb db, RequestQueries queries, TimeProvider clock, IStringLocalizer<Text> text)
{
    /// <returns>How many people were told.</returns>
    public async Task<int> Tell(
        FigureRequest request,
        IReadOnlyList<(FigureAnswer Answer, string Unit)> answers,
        string key,
        CancellationToken cancellationToken
    )
    {
        var officers = await queries.Officers([.. answers.Select(a => a.Answer.Case.UnitId)], cancellationToken);
        var (told, due) = (0, request.DueAt.Local());
        var known = await Today([.. answers.Select(a => Href(a.Answer))], cancellationToken);
        var muted = await NoticeMute.Of(db, NoticeKind.Remind, cancellationToken);
        foreach (var (answer, unit) in answers)
        foreach (var account in officers[answer.Case.UnitId].Where(a => !known.Contains((a, Href(answer))) && !muted.Contains(a)))
        {
            told++;
            db.Notices.Add(
                new Notice
                {
                    AccountId = account,
                    Kind = NoticeKind.Remind,
                    Key = $"answer:{answer.Case.PublicId}:{key}",
                    Title = text["Notice", request.Case.Title, Show.Time(request.DueAt)],
                    Unit = unit,
                    Href = Href(answer),
                    Due = DateOnly.FromDateTime(due.DateTime),
                    Words = text["NoticeWords", unit, $"{due:HH}", $"{due:mm}", Show.InText(DateOnly.FromDateTime(due.DateTime))],
                    At = clock.GetUtcNow(),
                }
            );
        }
        return told;
    }

    private static string Href(FigureAnswer answer) => $"/requests/answers/{answer.Case.PublicId}";

    /// <summary>Who was told of which of them today: nobody is told the same twice a day.</summary>
    private async Task<HashSet<(int, string)>> Today(List<string> hrefs, CancellationToken cancellationToken)
    {
        var found = await db
            .Notices.AsNoTracking()
            .Where(n => hrefs.Contains(n.Href) && n.At > clock.GetUtcNow().AddDays(-1))
            .Select(n => new
            {
                n.AccountId,
                n.Href,
                n.At,
            })
            .ToListAsync(cancellationToken);
        return [.. found.Where(n => DateOnly.FromDateTime(n.At.Local().DateTime) == clock.Today()).Select(n => (n.AccountId, n.Href))];
    }

    /// <summary>Of one minute: pressed twice, nobody is told twice.</summary>
    public string Minute => clock.GetUtcNow().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
}
