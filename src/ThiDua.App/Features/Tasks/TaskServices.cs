using FluentValidation;
using ThiDua.App.Cases;
using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Tasks;

public static class TaskServices
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<ICaseKind, TaskCase>().AddScoped<BeginTasks>().AddScoped<TaskQueries>();
        services.AddDailyJob<BeginTasksOfDay>(BeginTasksOfDay.Code);
        services.AddScoped<NoteTask>().AddScoped<IValidator<NoteTaskInput>, NoteTaskValidator>();
    }
}
