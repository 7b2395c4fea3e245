using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Data;

/// <summary>
/// A loop that one node at a time runs: when woken, and every second in case another node wrote. What it does is right
/// whoever does it; the lease only keeps two from doing the same side by side.
/// </summary>
public abstract class LeasedLoop(string name, IServiceScopeFactory scopes, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly string Node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(15),
        Pause = TimeSpan.FromSeconds(1),
        Gather = TimeSpan.FromMilliseconds(200);
    private const int Many = 1000;
    private const int MostTries = 20;
    private readonly SemaphoreSlim woken = new(0, 1);
    private DateTimeOffset taken;

    /// <summary>There may be work now.</summary>
    public void Wake()
    {
        try
        {
            if (woken.CurrentCount == 0)
                woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just woken it.
        }
    }

    /// <summary>Whether there is anything to do; cheap, and needs no lease.</summary>
    protected abstract Task<bool> HasWork(AppDb db, CancellationToken cancellationToken);

    /// <summary>Does some of the work, in one write.</summary>
    /// <returns>How many rows were dealt with; 0 when there was nothing.</returns>
    protected abstract Task<int> Step(AppDb db, CancellationToken cancellationToken);

    /// <summary>Does all the work that there is now, whoever holds the lease.</summary>
    public async Task Drain(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        for (var tries = 0; await HasWork(db, cancellationToken); )
        {
            try
            {
                await Step(db, cancellationToken);
            }
            catch (DbUpdateException) when (++tries < MostTries)
            {
                // The loop, here or on another node, was doing the same: its work is done, or is there to be seen now.
                db.ChangeTracker.Clear();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Turn(stoppingToken);
                await woken.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database was away or busy: the work is still there and is done next time.
                logger.LogError(e, "{Loop} failed and will try again", name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Turn(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        while (
            await HasWork(db, cancellationToken)
            && await Holds(db, cancellationToken)
            && await Step(db, cancellationToken) is > 0 and var done
        )
        {
            db.ChangeTracker.Clear();
            // Under load each step would find the one row of the latest request, and cost as much as that request.
            if (done < Many)
                await Task.Delay(Gather, cancellationToken);
        }
    }

    /// <summary>Whether this node does the work: it takes the lease, and again when half of its time is over.</summary>
    private async Task<bool> Holds(AppDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (taken <= now && now < taken + (Hold / 2))
            return true;
        if (!await Take(db, cancellationToken))
            return false;
        taken = now;
        return true;
    }

    /// <summary>Takes or keeps the lease; false while another node has it.</summary>
    private Task<bool> Take(AppDb db, CancellationToken cancellationToken)
    {
        var (now, until) = (clock.GetUtcNow().UtcTicks, (clock.GetUtcNow() + Hold).UtcTicks);
        return db.Apply(
            async () =>
                await db.Run(
                    """
                    INSERT INTO lease ("Name","Owner","Until") VALUES (@0,@1,@2)
                    ON CONFLICT ("Name") DO UPDATE SET "Owner"=excluded."Owner","Until"=excluded."Until" WHERE lease."Owner"=@1 OR lease."Until"<@3 OR lease."Until">@4
                    """,
                    cancellationToken,
                    name,
                    Node,
                    until,
                    now,
                    until
                ) > 0,
            cancellationToken
        );
    }
}
