namespace ThiDua.App.Jobs;

/// <summary>What jobs of one code do; registered by its feature with <see cref="JobServices.AddJobKind{T}"/>, made in a scope of its own
/// for each run.</summary>
public interface IJobKind
{
    /// <summary>
    /// Does the work and ends it with <see cref="JobContext.End"/>, which saves all that was added to the scope's context.
    /// An exception is a failure: the job is tried again, later and later. It may run again after a kill: what it does
    /// outside the database must bear that.
    /// </summary>
    /// <param name="cancellationToken">The lease is lost, the job was dropped, or the program ends.</param>
    Task Run(JobContext job, CancellationToken cancellationToken);

    /// <summary>A person has dropped the job: whatever it left outside the database is taken away.</summary>
    Task Dropped(Job job) => Task.CompletedTask;
}

/// <summary>A code that this node knows; jobs of another wait for a node of the version that does.</summary>
public sealed record JobKindCode(string Code);

public static class JobServices
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobBell>();
        services.AddSingleton<DayRound>();
        services.AddScoped<JobDesk>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
    }

    public static IServiceCollection AddJobKind<T>(this IServiceCollection services, string code)
        where T : class, IJobKind => services.AddKeyedScoped<IJobKind, T>(code).AddSingleton(new JobKindCode(code));

    /// <summary>The same, done once each day.</summary>
    public static IServiceCollection AddDailyJob<T>(this IServiceCollection services, string code)
        where T : class, IJobKind => services.AddJobKind<T>(code).AddSingleton(new DailyJob(code));
}
