using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Resolve;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Progress.Baselines;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Cli.Demo;

/// <summary>The plan that the sample is made of, and the day on which it is looked at.</summary>
internal static class DemoPlan
{
    public static Plan Read(string plan, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = File.OpenRead(plan);
            return PlanReader.Read(
                DocumentSource.Read(stream, plan, cancellationToken: cancellationToken),
                PackWords.In(ServeOptions.DefaultPacks)
            );
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw new StartRefused($"{plan}: {unreadable.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{plan}: không mở được tệp / cannot be opened: {e.Message}");
        }
    }

    /// <summary>The real day inside the campaign, else a day of September of its year: late enough to see, early enough to act.</summary>
    public static DateOnly Today(int year)
    {
        var real = TimeProvider.System.Today();
        return real.Year == year && real.Month >= 4 ? real : new DateOnly(year, 9, 16);
    }
}
