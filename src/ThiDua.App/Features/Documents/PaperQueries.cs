using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Documents;

public static class PaperQueries
{
    /// <summary>The reports that a campaign can draw up, in the order of the year.</summary>
    public static readonly string[] Templates = ["interim", "final"];

    public static string FileName(string template, int year, DateOnly asOf) =>
        $"bao-cao-{(template == "final" ? "tong-ket" : "so-ket")}-thi-dua-{year}-{asOf:yyyyMMdd}.docx";

    public static Task<string?> PathOf(AppDb db, Campaign campaign, DateOnly today, CancellationToken cancellationToken) =>
        db
            .UnitVersions.AsNoTracking()
            .ValidOn(today)
            .Where(v => v.UnitId == campaign.UnitId)
            .Select(v => v.Path)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The paper, whose place was asked for before.</summary>
    public static Task<OfficialPaper?> Find(AppDb db, string id, CancellationToken cancellationToken) =>
        db
            .Papers.AsNoTracking()
            .Include(p => p.Campaign)
            .Include(p => p.File)
            .Include(p => p.Case)
            .FirstOrDefaultAsync(p => p.Case.PublicId == id, cancellationToken);
}
