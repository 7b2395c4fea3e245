using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Progress.Assess;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>The first unit that answers for a target without a figure has said once how it stands.</summary>
internal static class DemoWishes
{
    public static async Task<bool> Assess(IServiceProvider services, Campaign campaign, DateOnly on, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDb>();
        var wishes = await db
            .Targets.AsNoTracking()
            .Where(t => t.CampaignId == campaign.Id && t.Value == null && t.Units.Count > 1)
            .Select(t => new { t.PublicId, Unit = db.Units.Where(u => u.Id == t.Units.Min(x => x.UnitId)).Select(u => u.PublicId).First() })
            .ToListAsync(cancellationToken);
        foreach (var wish in wishes)
            await services
                .GetRequiredService<AssessTarget>()
                .Handle(
                    new(campaign.PublicId, wish.PublicId, wish.Unit)
                    {
                        Verdict = Verdict.NotYet,
                        On = on,
                        Words = "Đã tham mưu ban hành kế hoạch, tổ chức phát động tại các ấp; chưa sơ kết việc phối hợp với các đoàn thể.",
                    },
                    cancellationToken
                );
        return true;
    }
}
