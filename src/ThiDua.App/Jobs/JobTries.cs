using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Jobs;

/// <summary>What follows a try that came to nothing.</summary>
public static class JobTries
{
    /// <summary>Error code of a job whose process was killed or fell silent.</summary>
    public const string Left = "left";

    /// <summary>After these the next try comes; when there is none left the job has failed.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
    ];

    private const int LongestWords = 1000;

    /// <param name="held">The job's row, as long as it is held as it was seen.</param>
    internal static Task<int> Failed(
        this AppDb db,
        IQueryable<Job> held,
        Job job,
        string code,
        string words,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset? again = job.Attempts <= Pauses.Count ? now + Pauses[job.Attempts - 1] : null;
        DateTimeOffset? ended = again is null ? now : null;
        var state = again is null ? JobState.Failed : JobState.Waiting;
        var error = words.Length > LongestWords ? words[..LongestWords] : words;
        return db.Apply(
            () =>
                held.ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(j => j.State, state)
                            .SetProperty(j => j.Owner, (string?)null)
                            .SetProperty(j => j.RunAt, again)
                            .SetProperty(j => j.EndedAt, ended)
                            .SetProperty(j => j.ErrorCode, code)
                            .SetProperty(j => j.Error, error),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>The job's row while this run has its lease.</summary>
    internal static IQueryable<Job> HeldBy(this IQueryable<Job> jobs, Job run) =>
        jobs.Where(j => j.Id == run.Id && j.State == JobState.Running && j.Owner == run.Owner);
}
