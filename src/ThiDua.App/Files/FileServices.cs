using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using ThiDua.App.Jobs;

namespace ThiDua.App.Files;

public static class FileServices
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddScoped<FileStore>().AddScoped<Attachments>().AddScoped<AttachFiles>();
        services.AddScoped<FormFiles>();
        services.AddScoped<DraftFiles>().AddScoped<IFileOwner>(s => s.GetRequiredService<DraftFiles>());
        services.AddSingleton<PhotoProcess>();
        services.AddJobKind<PreparePhoto>(PreparePhoto.Code);
        services.AddDailyJob<SweepFiles>(SweepFiles.Code);
    }

    public static void MapFiles(this WebApplication app) =>
        app.MapMethods("/files/{id}/{name}", ["GET", "HEAD"], Download).WithMetadata(new NeedsFileAttribute());

    /// <summary>The name in the address is for people; <c>?small</c> asks for the small picture of a photo.</summary>
    private static async Task<IResult> Download(
        string id,
        HttpContext http,
        Attachments attachments,
        FileStore store,
        CancellationToken cancellationToken
    )
    {
        var file = (await attachments.Find(id, cancellationToken))?.File;
        var stored = http.Request.Query.ContainsKey("small") ? file?.Thumbnail : file?.File;
        if (stored is null || file!.Stage != AttachmentStage.Ready)
            return Results.NotFound();
        var format = FileFormat.Find(file.Format);
        var disposition = new ContentDispositionHeaderValue(format is { IsPhoto: true } ? "inline" : "attachment");
        disposition.SetHttpFileName(stored.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(
            store.Open(stored),
            format?.ContentType ?? MediaTypeNames.Application.Octet,
            lastModified: stored.At,
            entityTag: new EntityTagHeaderValue($"\"{stored.Hash}\""),
            enableRangeProcessing: true
        );
    }
}
