using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ThiDua.App.Audit;
using ThiDua.App.Data;

namespace ThiDua.App.Jobs;

public static class JobQueue
{
    /// <summary>Adds a job to what the caller saves with the act of its cause: both are there, or neither.</summary>
    /// <param name="payload">Written as JSON. Names of people and what they said do not belong here: their ids do.</param>
    /// <param name="cause">The job acts as its account, and is seen from its unit.</param>
    /// <param name="key">Enqueues once: a job that has this key already is returned instead.</param>
    /// <param name="notBefore">By the wall clock; left out: at once.</param>
    public static async Task<Job> Enqueue(
        this AppDb db,
        string kind,
        object payload,
        Act cause,
        CancellationToken cancellationToken,
        string? key = null,
        DateTimeOffset? notBefore = null
    )
    {
        if (key is not null && await db.Jobs.FirstOrDefaultAsync(j => j.Key == key, cancellationToken) is { } known)
            return known;
        var job = new Job
        {
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, JobContext.Json),
            Key = key,
            Cause = cause,
            UnitId = cause.UnitId,
            AccountId = cause.AccountId,
            CreatedAt = cause.At,
            RunAt = notBefore,
        };
        db.Jobs.Add(job);
        db.AfterCommit(db.GetService<JobBell>().Ring);
        return job;
    }
}
