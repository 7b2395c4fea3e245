namespace ThiDua.App.Jobs;

/// <summary>Rung when a job was enqueued, begun or ended in this process, so that nobody here waits for the next look at
/// the table.</summary>
public sealed class JobBell
{
    private TaskCompletionSource next = New();

    /// <summary>The next ring. Ask for it before looking at the table: what rings in between is not missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
