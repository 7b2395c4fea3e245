using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Jobs;

/// <summary>One run of a job on this node: does the work, raises its beat, and says how it ended.</summary>
internal sealed class JobRun : IDisposable
{
    // An owner that cannot raise its beat stops well before another node may take over.
    private static readonly TimeSpan GiveUp = JobRunner.Hold * (2 / 3.0);

    private readonly Job job;
    private readonly IServiceScopeFactory scopes;
    private readonly JobBell bell;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationToken ending;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenRegistration told;
    private readonly ITimer patience;
    private JobContext? context;

    public JobRun(Job job, IServiceScopeFactory scopes, JobBell bell, TimeProvider clock, ILogger logger, CancellationToken ending)
    {
        (this.job, this.scopes, this.bell, this.clock, this.logger, this.ending) = (job, scopes, bell, clock, logger, ending);
        told = ending.Register(stop.Cancel);
        patience = clock.CreateTimer(_ => stop.Cancel(), null, GiveUp, Timeout.InfiniteTimeSpan);
        Work = Task.Run(Do, CancellationToken.None);
    }

    public Task Work { get; }

    public async Task Beat(AppDb db, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var (step, steps) = (context?.At?.Step, context?.At?.Steps);
        var held = await db.Apply(
            () =>
                db
                    .Jobs.HeldBy(job)
                    .ExecuteUpdateAsync(
                        s => s.SetProperty(j => j.Beat, j => j.Beat + 1).SetProperty(j => j.Step, step).SetProperty(j => j.Steps, steps),
                        cancellationToken
                    ),
            cancellationToken
        );
        if (held == 0)
            await stop.CancelAsync();
        // Counted from before the write: another node may have seen the beat long before this one hears of it.
        else
            patience.Change(TimeSpan.FromTicks(Math.Max(0, (GiveUp - clock.GetElapsedTime(begun)).Ticks)), Timeout.InfiniteTimeSpan);
    }

    // The source of the stop stays: a timer that fires just now may still cancel it.
    public void Dispose()
    {
        patience.Dispose();
        told.Dispose();
    }

    private async Task Do()
    {
        try
        {
            await Run();
        }
        catch (Exception e) when (e is LeaseLost || (stop.IsCancellationRequested && !ending.IsCancellationRequested))
        {
            // Dropped, or another node has it, or will when the beat has stood still for long enough.
            logger.LogWarning("Job {Job} of kind {Kind} was given up here", job.PublicId, job.Kind);
        }
        catch (Exception e)
        {
            await Settle(e);
        }
        finally
        {
            bell.Ring();
        }
    }

    private async Task Run()
    {
        System.Globalization.CultureInfo.CurrentUICulture = App.Vietnamese;
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        context = new JobContext(services.GetRequiredService<AppDb>(), job, clock);
        if (job.AccountId is { } who)
            await services.GetRequiredService<Viewer>().Load(who, stop.Token);
        await services.GetRequiredKeyedService<IJobKind>(job.Kind).Run(context, stop.Token);
        if (!context.Ended)
            await context.End();
    }

    /// <summary>The end of the program is no fault of the job: it goes back as if it had not been begun.</summary>
    private async Task Settle(Exception why)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (ending.IsCancellationRequested)
            {
                await db.Apply(
                    () =>
                        db
                            .Jobs.HeldBy(job)
                            .ExecuteUpdateAsync(s =>
                                s.SetProperty(j => j.State, JobState.Waiting)
                                    .SetProperty(j => j.Owner, (string?)null)
                                    .SetProperty(j => j.Attempts, j => j.Attempts - 1)
                            ),
                    CancellationToken.None
                );
                return;
            }
            logger.LogError(why, "Job {Job} of kind {Kind} failed, try {Attempt}", job.PublicId, job.Kind, job.Attempts);
            await db.Failed(db.Jobs.HeldBy(job), job, why.GetType().Name, why.Message, clock.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception e)
        {
            // The beat stands still from now on, and the job is taken up again because of it.
            logger.LogError(e, "Job {Job} of kind {Kind} cannot be put back", job.PublicId, job.Kind);
        }
    }
}
