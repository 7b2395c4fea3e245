using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Campaigns;

/// <summary>Each day: the registrations of units that joined a running campaign.</summary>
public sealed class BeginRegistrationsOfDay(BeginRegistrations begin) : IJobKind
{
    public const string Code = "registrations.begin";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var begun = await begin.Handle(cancellationToken);
        await job.End(new { begun });
    }
}
