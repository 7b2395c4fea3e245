using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Registers;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Registers;

/// <summary>A system with <see cref="StandingRegisters"/>, and what its hamlets write and count.</summary>
internal static class StandingRows
{
    public static readonly CancellationToken None = CancellationToken.None;

    public static async Task<TestSystem> Start(Engine engine, SpoiltPack pack)
    {
        foreach (var (file, yaml) in StandingRegisters.Files)
            pack.Write(file, yaml);
        return await TestSystem.Start(engine, packs: pack.Parent);
    }

    public static async Task<string> Save(
        TestSystem system,
        string register,
        Dictionary<string, string> typed,
        string? row = null,
        int hamlet = 0
    )
    {
        var saved = await system.As(
            system.World.HamletHeads[hamlet],
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(new(register, system.World.Hamlets[hamlet].PublicId, typed, new Dictionary<string, string>(), row), None)
        );
        return saved.Value?.Id
            ?? throw new InvalidOperationException(string.Join("; ", saved.Errors.Select(e => $"{e.Field}: {e.Message}")));
    }

    public static Dictionary<string, string> Club(string founded, string name, string zalo = "", string ended = "", string taken = "") =>
        new()
        {
            ["founded"] = founded,
            ["name"] = name,
            ["zalo"] = zalo,
            ["ended"] = ended,
            ["taken"] = taken,
            ["length"] = "1,5",
        };

    public static Task<long?> Figure(TestSystem system, string indicator, Period period, int hamlet = 0) =>
        system.Db(db =>
            db.Figures.Where(f => f.UnitId == system.World.Hamlets[hamlet].Id && f.PeriodId == period.Id)
                .Join(db.Indicators.Where(i => i.Code == indicator), f => f.IndicatorId, i => i.Id, (f, _) => f.Value)
                .FirstOrDefaultAsync()
        );

    public static async Task<long> Wrong(TestSystem system) =>
        (await system.As(null, s => s.GetRequiredService<ThiDua.App.Verify.VerifySystem>().Handle(None))).Totals.Wrong;
}
