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

/// <summary>
/// Makes the sample: reads the plan, creates its commune, launches its campaign, and lets each unit report month by month,
/// all through the handlers that users use.
/// </summary>
internal sealed class DemoSeed(WebApplication app, AssumedClock clock, CancellationToken cancellationToken)
{
    private readonly List<DemoAccount> said = [];
    private readonly Dictionary<string, int> ids = [];

    public static async Task<DemoAccounts> Make(string plan, ServeOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        var read = DemoPlan.Read(plan, cancellationToken);
        var year = read.Header.Year ?? throw new StartRefused($"{plan}: không thấy năm của kế hoạch. / The plan's year was not found.");
        var today = DemoPlan.Today(year);
        var clock = new AssumedClock(today);
        var builder = App.Services(options);
        builder.Services.AddSingleton<TimeProvider>(clock);
        await using var app = builder.Build();
        await Startup.Prepare(app.Services, options, cancellationToken);
        await progress.WriteLineAsync("Đang tạo dữ liệu mẫu … / writing the sample data …");
        var seed = new DemoSeed(app, clock, cancellationToken);
        await seed.Fill(plan, read, year, today);
        var made = new DemoAccounts(today == TimeProvider.System.Today() ? null : today, seed.said);
        made.Write(options.Data);
        return made;
    }

    private async Task Fill(string plan, Plan read, int year, DateOnly today)
    {
        var launch =
            DateOnly.TryParse(read.Header.Date, System.Globalization.CultureInfo.InvariantCulture, out var signed) && signed < today
                ? signed
                : new DateOnly(year, 4, 5);
        clock.Set(launch, new TimeOnly(8, 0));
        var commune = await As(null, s => DemoPlaces.Commune(s, read, cancellationToken));
        await Person("quantri", "Trần Thị Quản", commune, Roles.Administrator);
        await Person("vanphong", "Nguyễn Thị Lan", commune, Roles.CampaignOffice);
        await Person("phochutich", "Lê Minh Trung", commune, Roles.CampaignOffice);
        foreach (var (userName, who, role) in DemoPlaces.Watchers)
            await Person(userName, who, commune, role);
        await As("vanphong", s => DemoPlaces.Hamlets(s, read, commune, cancellationToken));
        var campaign = await As("vanphong", s => Launch(s, plan, commune));
        var officers = await As("vanphong", s => DemoPlaces.Officers(s, campaign, commune, cancellationToken));
        List<UnitRow> hamlets = [.. officers.Select(o => o.Unit).Where(u => u.Kind == "hamlet")];
        await As("quantri", s => DemoMap.Lay(s, commune, hamlets, cancellationToken));
        await As("quantri", s => DemoContacts.Office(s, commune, cancellationToken));
        foreach (var (nth, (unit, userName, who)) in officers.Index())
        {
            await Person(userName, who, unit, Roles.UnitOfficer);
            await As(userName, s => DemoContacts.Officer(s, nth + 1, cancellationToken));
        }
        var packs = app.Services.GetRequiredService<PackShelf>();
        var needed = ReportingRules.Needed(packs[campaign.Pack], packs.Definitions, campaign.Targets.Select(t => t.Indicator));
        var baselines = await As("vanphong", s => Baselines(s, campaign, packs[campaign.Pack], officers.Select(o => o.Unit)));
        await As("phochutich", s => s.GetRequiredService<MoveCase>().Batch(baselines, "approve", null, cancellationToken));
        var (foreign, hamlet) = await As(null, s => DemoPlaces.Foreign(s, cancellationToken));
        await Person("vanphong2", "Phan Thị Hạnh", foreign, Roles.CampaignOffice);
        await Person("ap-xakhac", "Lý Văn Chín", hamlet, Roles.UnitOfficer);
        await new DemoRegistrations(As, clock, officers, cancellationToken).File(campaign);
        await new DemoRows(As, clock, officers, cancellationToken).Write(packs[campaign.Pack], commune, launch, today);
        await new DemoRegisters(As, clock, officers, cancellationToken).Write(packs[campaign.Pack], campaign.From, launch, today);
        await new DemoReports(As, clock, officers, cancellationToken).Send(campaign, packs[campaign.Pack], needed, today);
        await new DemoTasks(As, clock, officers, cancellationToken).Do(today);
        await As("vanphong", s => DemoWishes.Assess(s, campaign, today.AddDays(-14), cancellationToken));
        await new DemoPhone(As, clock, officers, cancellationToken).Do(campaign, commune, today);
        clock.Set(today, TimeOnly.FromDateTime(TimeProvider.System.GetUtcNow().Local().DateTime));
    }

    private async Task<Campaign> Launch(IServiceProvider services, string plan, UnitRow commune)
    {
        await using var file = File.OpenRead(plan);
        var read = await services
            .GetRequiredService<ImportPlan>()
            .HandleTrusted(
                new()
                {
                    Unit = commune.PublicId,
                    FileName = Path.GetFileName(plan),
                    File = file,
                },
                cancellationToken
            );
        if (read.Value is not { } draft)
            throw Refused(plan, read);
        // What a person would be asked about, names that mean no unit in particular, is left out here.
        foreach (var unit in DraftRules.UnitsInUse(DraftContent.Parse(draft.Content)).Where(u => u.Choice == UnitChoice.Open))
            await services
                .GetRequiredService<ResolveUnit>()
                .Handle(
                    new()
                    {
                        Draft = draft.PublicId,
                        Key = unit.Key,
                        Version = unit.Version,
                        Choice = UnitChoice.Ignore,
                    },
                    cancellationToken
                );
        var launched = await services.GetRequiredService<LaunchCampaign>().Handle(new(draft.PublicId), cancellationToken);
        return launched.Value ?? throw Refused(plan, launched);
    }

    private static StartRefused Refused(string plan, Outcome outcome) =>
        new($"{plan}: {string.Join("; ", outcome.Errors.Select(e => e.Message))}");

    /// <summary>Last year's figures of what is compared with last year, month by month.</summary>
    private async Task<List<string>> Baselines(IServiceProvider services, Campaign campaign, Pack pack, IEnumerable<UnitRow> units)
    {
        var (figures, cases) = (SampleFigures.Read(SampleFigures.File), new List<string>());
        foreach (var year in BaselineRules.Years(campaign, pack, app.Services.GetRequiredService<PackShelf>().Definitions))
        foreach (var unit in units)
        {
            var asked = year
                .Indicators.Select(pack.Indicator)
                .OfType<PackIndicator>()
                .Where(i => i.ReportedBy.Contains(unit.Kind) && i.Frequency == ReportFrequency.Month)
                .ToList();
            var months = Enumerable.Range(1, 12).Select(m => Period.Month(year.Year, m));
            var entries = months
                .SelectMany(m => figures.Of(pack, asked, unit.Code, m).Select(v => new BaselineFigure(v.Key, m, v.Value + 1)))
                .ToList();
            if (entries.Count == 0)
                continue;
            var outcome = await services
                .GetRequiredService<RecordBaselines>()
                .Handle(new(campaign.PublicId, unit.PublicId, entries), cancellationToken);
            if (!outcome.Ok)
                throw new InvalidOperationException(outcome.Errors.FirstOrDefault()?.Message ?? $"baseline of {unit.Name}");
            cases.Add(outcome.Value!);
        }
        return cases;
    }

    private async Task Person(string userName, string fullName, UnitRow unit, string role)
    {
        var password = GivePassword.Draw();
        var made = await As(
            null,
            s => s.GetRequiredService<CreateAccount>().Handle(new(userName, fullName, password, unit.Id, [role]), cancellationToken)
        );
        ids[userName] = made.Value?.Id ?? throw new InvalidOperationException($"{userName}: {made.Errors[0].Message}");
        said.Add(new(userName, password, fullName, role, unit.Name));
    }

    private Task As(string userName, Func<IServiceProvider, Task> work) =>
        As(
            userName,
            async s =>
            {
                await work(s);
                return true;
            }
        );

    /// <summary>As that person would in one request: one scope, their rights loaded.</summary>
    private async Task<T> As<T>(string? userName, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (userName is not null)
            await scope.ServiceProvider.GetRequiredService<Viewer>().Load(ids[userName], cancellationToken);
        return await work(scope.ServiceProvider);
    }
}
