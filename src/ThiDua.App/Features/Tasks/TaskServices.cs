using FluentValidation;
using ThiDua.App.Cases;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Tasks;

public static class TaskServices
{
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<ICaseKind, TaskCase>().AddScoped<BeginTasks>().AddScoped<TaskQueries>();
        services.AddDailyJob<BeginTasksOfDay>(BeginTasksOfDay.Code);
        services.AddScoped<NoteTask>().AddScoped<IValidator<NoteTaskInput>, NoteTaskValidator>();
    }

    public static void MapTasks(this WebApplication app) =>
        app.MapGet("/tasks/{id}/files/{evidence}", Download).WithMetadata(new NeedsAttribute<Case>(Permission.ViewProgress, "id"));

    private static async Task<IResult> Download(
        string id,
        string evidence,
        TaskQueries tasks,
        FileStore files,
        CancellationToken cancellationToken
    )
    {
        var item = await tasks.Find(id, Permission.ViewProgress, cancellationToken);
        var found = item?.Evidence.FirstOrDefault(e => e.PublicId == evidence && e.RemovedAt is null);
        // Always as a download: what was brought is never run or drawn on our pages.
        return found is null ? Results.NotFound() : Results.File(files.Open(found.File!), "application/octet-stream", found.File!.Name);
    }
}
