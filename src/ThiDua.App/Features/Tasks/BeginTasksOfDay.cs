using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Tasks;

/// <summary>Each day: the tasks whose span begins.</summary>
public sealed class BeginTasksOfDay(BeginTasks begin) : IJobKind
{
    public const string Code = "tasks.begin";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var begun = await begin.Handle(cancellationToken);
        await job.End(new { begun });
    }
}
