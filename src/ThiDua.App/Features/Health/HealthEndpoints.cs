using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Health;

/// <summary>What a supervisor and a load balancer ask.</summary>
/// <param name="Database">"ok" or "away".</param>
/// <param name="PendingTotals">Differences that wait for the sweep.</param>
/// <param name="Unsealed">Acts that wait for the sealer.</param>
/// <param name="Jobs">Jobs that wait or run.</param>
/// <param name="FailedJobs">Jobs that an administrator has to look at.</param>
public sealed record Readiness(string Database, int? PendingTotals, int? Unsealed, int? Jobs, int? FailedJobs);

/// <summary>Open to all: whoever watches the system has no account, and what is said here names nobody.</summary>
public static class HealthEndpoints
{
    // Counted no further: more than this is as bad, and the answer must not cost more the worse it stands.
    private const int Most = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"))
            .WithMetadata(new OpenToAllAttribute("a supervisor has no account; nothing of people is said"));
        app.MapGet("/readyz", Ready).WithMetadata(new OpenToAllAttribute("a supervisor has no account; nothing of people is said"));
    }

    private static async Task<IResult> Ready(AppDb db, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            return Results.Json(await Ask(db, limit.Token));
        }
        catch (Exception e) when (e is DbException or OperationCanceledException or InvalidOperationException)
        {
            return Results.Json(new Readiness("away", null, null, null, null), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<Readiness> Ask(AppDb db, CancellationToken cancellationToken) =>
        new(
            "ok",
            await db.PendingTotals.Take(Most).CountAsync(cancellationToken),
            await Sealer.Unsealed(db, Most, cancellationToken),
            await db.Jobs.Where(j => j.State == JobState.Waiting || j.State == JobState.Running).Take(Most).CountAsync(cancellationToken),
            await db.Jobs.Where(j => j.State == JobState.Failed).Take(Most).CountAsync(cancellationToken)
        );
}
