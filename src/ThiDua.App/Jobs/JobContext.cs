using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Jobs;

/// <summary>One run of one job.</summary>
public sealed class JobContext(AppDb db, Job job, TimeProvider clock)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public Job Job => job;
    internal bool Ended { get; private set; }
    internal JobStep? At { get; private set; }

    public T Payload<T>() => PayloadOf<T>(job);

    public static T PayloadOf<T>(Job job) => JsonSerializer.Deserialize<T>(job.Payload, Json)!;

    public static T? ResultOf<T>(Job job)
        where T : class => job.Result is null ? null : JsonSerializer.Deserialize<T>(job.Result, Json);

    /// <summary>How far it is; seen by whoever waits, on every node, with the next beat.</summary>
    public void Report(int step, int steps) => At = new(step, steps);

    /// <summary>
    /// Saves all that was added to the scope's context together with the end of the job, if this run still has the lease.
    /// </summary>
    /// <param name="refusal">Code of a refusal: the job did its work, and the answer is no.</param>
    /// <param name="write">Rechecks what may have changed meanwhile, in the same transaction.</param>
    /// <exception cref="LeaseLost">Nothing was written.</exception>
    public async Task End(object? result = null, string? refusal = null, Func<Task>? write = null)
    {
        var (json, now) = (result is null ? null : JsonSerializer.Serialize(result, Json), clock.GetUtcNow());
        // The job's row first: on PostgreSQL it is locked until the commit, and whoever takes the lease over waits for it.
        Ended = await db.Apply(
            async () =>
            {
                var held = await db
                    .Jobs.HeldBy(job)
                    .ExecuteUpdateAsync(s =>
                        s.SetProperty(j => j.State, JobState.Done)
                            .SetProperty(j => j.Owner, (string?)null)
                            .SetProperty(j => j.Result, json)
                            .SetProperty(j => j.ErrorCode, refusal)
                            .SetProperty(j => j.Error, (string?)null)
                            .SetProperty(j => j.EndedAt, now)
                    );
                if (held == 0)
                    return false;
                if (write is not null)
                    await write();
                await db.SaveChangesAsync();
                return true;
            },
            CancellationToken.None,
            kept => kept
        );
        if (!Ended)
            throw new LeaseLost();
    }
}

/// <summary>Another node runs the job by now, or somebody dropped it.</summary>
public sealed class LeaseLost() : Exception("The lease of this job is lost; nothing was written.");

internal sealed record JobStep(int Step, int Steps);
