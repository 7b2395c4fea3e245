using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>What the job has to know; the file lies in the data folder until it is read.</summary>
/// <param name="File">Its name there, drawn by lot.</param>
/// <param name="Name">Its name as it was uploaded.</param>
public sealed record Upload(string File, string Name);

/// <summary>Uploads that wait to be read, in a folder that only the program's own user may open.</summary>
public sealed class IncomingFiles(DataFolder folder)
{
    private string Root => Directory.CreateDirectory(Path.Combine(folder.Path, "incoming")).FullName;

    public string PathOf(string file) => Path.Combine(Root, file);

    public Incoming Begin() => new(this, PublicId.New());

    public void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>Deletes what no job names any more, or never came to name: a process was killed in between.</summary>
    public async Task Sweep(AppDb db, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(Root))
        {
            if (await IsNeeded(db, path, cancellationToken))
                continue;
            try
            {
                // An upload is held open until its job is there: what can be locked and has none by then is nobody's.
                await using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                if (!await IsNeeded(db, path, cancellationToken))
                    File.Delete(path);
            }
            catch (IOException)
            {
                // It is coming in.
            }
        }
    }

    private static Task<bool> IsNeeded(AppDb db, string path, CancellationToken cancellationToken)
    {
        var named = $"\"{Path.GetFileName(path)}\"";
        return db.Jobs.AnyAsync(
            j =>
                j.Kind == ReadPlan.Code
                && j.Payload.Contains(named)
                && (j.State == JobState.Waiting || j.State == JobState.Running || j.State == JobState.Failed),
            cancellationToken
        );
    }

    /// <summary>A file that comes in: gone when disposed of, unless a job has it by then.</summary>
    public sealed class Incoming(IncomingFiles files, string name) : IAsyncDisposable
    {
        private readonly FileStream stream = new(
            files.PathOf(name),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.Read,
            81_920,
            FileOptions.Asynchronous
        );

        private bool kept;

        public string Name => name;

        /// <returns>False when it is larger than a file may be.</returns>
        public async Task<bool> Take(Stream from, CancellationToken cancellationToken)
        {
            var part = new byte[81_920];
            int count;
            while ((count = await from.ReadAsync(part, cancellationToken)) > 0)
            {
                if (stream.Length + count > FileStore.MaxBytes)
                    return false;
                await stream.WriteAsync(part.AsMemory(0, count), cancellationToken);
            }
            await stream.FlushAsync(cancellationToken);
            stream.Flush(flushToDisk: true);
            return true;
        }

        public void Keep() => kept = true;

        public async ValueTask DisposeAsync()
        {
            await stream.DisposeAsync();
            if (!kept)
                files.Delete(name);
        }
    }
}

/// <summary>Once at the start of the program.</summary>
public sealed class IncomingSweep(IncomingFiles files, IServiceScopeFactory scopes, ILogger<IncomingSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await files.Sweep(scope.ServiceProvider.GetRequiredService<AppDb>(), stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(e, "Uploads that nobody needs are left until the next start");
        }
    }
}
