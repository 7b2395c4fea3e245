using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>One upload on its way to a draft, as its uploader sees it.</summary>
public sealed record PlanReading(Job Job, string UnitName)
{
    public string FileName { get; } = JobContext.PayloadOf<Upload>(Job).Name;
    public PlanRead? Result { get; } = JobContext.ResultOf<PlanRead>(Job);
    public bool IsRefused => Result?.Refused is not null;

    /// <summary>Nothing but waiting can be done.</summary>
    public bool IsOpen => Job.State is JobState.Waiting or JobState.Running;

    /// <summary>A try came to nothing, and another is to come.</summary>
    public bool IsToBeTriedAgain => Job is { State: JobState.Waiting, Attempts: > 0 };
}

public static class PlanReadings
{
    public static async Task<PlanReading?> Find(
        AppDb db,
        JobDesk desk,
        string publicId,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => (await Read(db, desk.Seen(Permission.ImportPlan).Where(j => j.PublicId == publicId), clock, cancellationToken)).FirstOrDefault();

    /// <summary>What is being read, was refused or failed, and was not put aside since.</summary>
    public static Task<List<PlanReading>> Open(AppDb db, JobDesk desk, TimeProvider clock, CancellationToken cancellationToken) =>
        Read(
            db,
            desk.Seen(Permission.ImportPlan).Where(j => j.State != JobState.Dropped && (j.State != JobState.Done || j.ErrorCode != null)),
            clock,
            cancellationToken
        );

    private static async Task<List<PlanReading>> Read(
        AppDb db,
        IQueryable<Job> jobs,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from j in jobs
            join v in db.UnitVersions.AsNoTracking().ValidOn(clock.Today()) on j.UnitId equals v.UnitId
            where j.Kind == ReadPlan.Code
            orderby j.Id descending
            select new { Job = j, v.Name }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new PlanReading(r.Job, r.Name))];
    }
}
