using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Facts;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Verify;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Verify;

/// <summary>A system with something of everything that is verified, and hands that change it past the program.</summary>
internal static class VerifyDesk
{
    public static Task<VerifyResult> Verify(this TestSystem system) =>
        system.As(null, s => s.GetRequiredService<VerifySystem>().Handle(CancellationToken.None));

    /// <summary>Figures with corrections, withdrawals and approvals, sealed; the plan's file in its place.</summary>
    public static async Task<TestSystem> Begin(Engine engine)
    {
        var system = await TestSystem.Start(engine);
        await system.KeepPlan();
        var (one, two) = (system.World.Hamlets[0].Id, system.World.Hamlets[1].Id);
        await system.Record(
            new(one, "road.lit", Period.Month(2024, 1), 5),
            new(two, "road.lit", Period.Month(2024, 1), 7),
            new(one, "patrol.shifts", Period.Month(2023, 12), 3)
        );
        await system.Record(new FactEntry(one, "road.lit", Period.Month(2024, 1), 6));
        await system.Record(new FactEntry(two, "road.lit", Period.Month(2024, 1), null));
        await system.Approve(one, ("road.lit", Period.Month(2024, 1)));
        await system.Services.GetRequiredService<Sealer>().Drain(CancellationToken.None);
        return system;
    }

    /// <summary>The plan's row of the test world names no content; here it has some.</summary>
    public static async Task KeepPlan(this TestSystem system)
    {
        var content = "Kế hoạch\n"u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.CreateDirectory(Path.GetDirectoryName(system.PlanFile(hash))!);
        await File.WriteAllBytesAsync(system.PlanFile(hash), content);
        await system.ByHand($"UPDATE file SET \"Hash\" = '{hash}'");
    }

    public static string PlanFile(this TestSystem system, string hash) => Path.Combine(system.DataFolder, "files", hash[..2], hash);

    /// <summary>As somebody would who opens the database with another program: the triggers stay out of the way.</summary>
    public static Task ByHand(this TestSystem system, string sql, params string[] tables) =>
        system.Db(async db =>
        {
            foreach (var table in tables)
                await db.Database.ExecuteSqlRawAsync(
                    system.Engine == Engine.Postgres
                        ? $"ALTER TABLE {table} DISABLE TRIGGER ALL"
                        : $"DROP TRIGGER {table}_no_UPDATE; DROP TRIGGER {table}_no_DELETE; DROP TRIGGER {table}_no_REPLACE;"
                );
            return await db.Database.ExecuteSqlRawAsync(sql);
        });
}
