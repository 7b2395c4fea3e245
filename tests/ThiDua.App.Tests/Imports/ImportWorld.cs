using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Imports;

internal static class ImportWorld
{
    /// <summary>The work of a day, as the runner does it.</summary>
    public static async Task Forget(TestSystem system)
    {
        var job = await system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<AppDb>();
                var cause = s.GetRequiredService<Viewer>().Record("system.day", "system", "test", null);
                var job = await db.Enqueue(ForgetImports.Code, new WorkOfDay(new(2024, 5, 17)), cause, CancellationToken.None);
                await db.SaveChangesAsync();
                return job;
            }
        );
        var end = await system.As(null, s => s.GetRequiredService<JobDesk>().Wait(job, TimeSpan.FromSeconds(20), CancellationToken.None));
        Assert.Equal(JobState.Done, end.State);
    }
}
