using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Facts;

public sealed class SealerTests
{
    [Theory, BothEngines]
    public async Task Acts_are_numbered_without_a_gap_whoever_seals_at_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var hamlet = system.World.Hamlets[0].Id;
        var sealer = system.Services.GetRequiredService<Sealer>();
        await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(async month =>
                {
                    await system.Record(new FactEntry(hamlet, "road.lit", Period.Month(2024, month), month));
                    await sealer.Drain(CancellationToken.None);
                })
        );
        var seals = await system.Db(db => db.Seals.AsNoTracking().OrderBy(s => s.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, seals.Count).Select(n => (long)n), seals.Select(s => s.Number));
        var acts = await system.Db(db => db.Acts.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Hash));
        byte[] hash = [];
        foreach (var seal in seals)
            Assert.Equal(hash = Seal.HashOf(hash, seal.Number, acts[seal.ActId]), seal.Hash);
    }
}
