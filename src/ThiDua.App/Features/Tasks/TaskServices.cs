using FluentValidation;
using ThiDua.App.Cases;
using ThiDua.App.Features.Tasks.Assign;
using ThiDua.App.Features.Tasks.Remind;
using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Tasks;

public static class TaskServices
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<ICaseKind, TaskCase>().AddScoped<BeginTasks>().AddScoped<TaskQueries>();
        services.AddScoped<TaskLines>().AddScoped<TaskUnits>().AddScoped<TaskRows>().AddScoped<RemindTasks>();
        services.AddScoped<AssignTasks>().AddScoped<IValidator<AssignTasksInput>, AssignTasksValidator>();
        services.AddDailyJob<BeginTasksOfDay>(BeginTasksOfDay.Code);
        services.AddScoped<LinkRow>().AddScoped<NoteTask>().AddScoped<IValidator<NoteTaskInput>, NoteTaskValidator>();
    }
}
