using System.Text.Json;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App;

/// <summary>
/// Looks at the folder of packs every few seconds, on each node by itself. What was changed there is taken into use once it holds
/// together; else what stands stays in use, and the mistakes are told on the page of packs, to the administrators and in the log.
/// </summary>
public sealed class PackWatch(PackShelf packs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PackWatch> logger)
    : BackgroundService
{
    private const int MostLogged = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string seen = packs.Stamp;
    private string? settling;

    /// <summary>Looks once. A change is taken when two looks in a row find the same: files that are being copied are left alone.</summary>
    /// <returns>Whether the folder was read anew.</returns>
    public async Task<bool> Look(CancellationToken cancellationToken)
    {
        var stamp = FolderStamp.Of(packs.Folder);
        if (stamp == seen)
            return false;
        if (stamp != settling)
        {
            settling = stamp;
            return false;
        }
        var reading = packs.Read();
        await using var scope = scopes.CreateAsyncScope();
        var troubles = await Troubles(reading, scope.ServiceProvider, cancellationToken);
        if (troubles.Count == 0)
            await Take(reading, scope.ServiceProvider, cancellationToken);
        else
            Tell(troubles);
        seen = stamp;
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Turn(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task Turn(CancellationToken cancellationToken)
    {
        try
        {
            await Look(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The folder or the database was away, or another node was naming the same indicators: the next look does it.
            logger.LogError(e, "The folder of packs could not be looked at and will be again");
        }
    }

    private async Task<IReadOnlyList<PackTrouble>> Troubles(
        PackReading reading,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        if (reading.Troubles.Count > 0)
            return reading.Troubles;
        var kinds = services.GetRequiredService<CaseKinds>();
        var lacking = reading.Packs.SelectMany(kinds.Missing).ToList();
        return lacking.Count > 0
            ? lacking
            : await PackUse.Lacking(services.GetRequiredService<AppDb>(), [.. packs.All], reading.Packs, cancellationToken);
    }

    private async Task Take(PackReading reading, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, viewer) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Viewer>());
        await Startup.NameIndicators(db, viewer, reading.Packs, cancellationToken);
        packs.Take(reading);
        var names = reading.Packs.Select(p => $"{p.Code} {p.Version} {p.Hash[..12]}").ToList();
        var known = await db.Settings.FindAsync([Setting.Packs], cancellationToken);
        var value = string.Join(' ', names);
        // Of several nodes the first one records it.
        if (known?.Value == value)
            return;
        if (known is null)
            db.Settings.Add(new Setting { Key = Setting.Packs, Value = value });
        else
            known.Value = value;
        viewer.Record(
            "pack.take",
            "pack",
            string.Join(',', reading.Packs.Select(p => p.Code)),
            null,
            detail: JsonSerializer.Serialize(names)
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Tell(IReadOnlyList<PackTrouble> troubles)
    {
        packs.Tell(new(troubles, clock.GetUtcNow()));
        logger.LogWarning(
            "The packs in {Folder} were changed and have {Count} mistakes; those of before stay in use.\n{Mistakes}",
            packs.Folder,
            troubles.Count,
            string.Join('\n', troubles.Take(MostLogged).Select(t => t.Format("en")))
        );
    }
}
