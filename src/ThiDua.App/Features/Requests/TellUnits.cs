using System.Globalization;
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
        var told = 0;
        foreach (var (answer, unit) in answers)
        foreach (var account in officers[answer.Case.UnitId])
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
                    Href = $"/requests/answers/{answer.Case.PublicId}",
                    Due = DateOnly.FromDateTime(request.DueAt.Local().DateTime),
                    At = clock.GetUtcNow(),
                }
            );
        }
        return told;
    }

    /// <summary>Of one minute: pressed twice, nobody is told twice.</summary>
    public string Minute => clock.GetUtcNow().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
}
