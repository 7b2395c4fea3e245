using ThiDua.App.Facts;

namespace ThiDua.App.Verify;

/// <summary>Facts in the order of their ids as batches of one act each, as they must have been promised.</summary>
internal sealed class ActRuns
{
    private readonly FactHash.Running hash = new();
    private readonly List<FactBatch> ended = [];
    private Fact? first,
        last;
    private int count;

    public void Add(Fact fact)
    {
        if (first is not null && first.ActId != fact.ActId)
            End();
        first ??= fact;
        (last, count) = (fact, count + 1);
        hash.Add(fact);
    }

    /// <summary>The batches that have ended since asked last.</summary>
    /// <param name="last">Whether no fact follows.</param>
    public List<FactBatch> Ended(bool last)
    {
        if (last && first is not null)
            End();
        List<FactBatch> taken = [.. ended];
        ended.Clear();
        if (last)
            hash.Dispose();
        return taken;
    }

    private void End()
    {
        ended.Add(
            new()
            {
                ActId = first!.ActId,
                HomeId = first.HomeId,
                Year = first.Year,
                FirstId = first.Id,
                LastId = last!.Id,
                Count = count,
                Hash = hash.Take(),
            }
        );
        (first, count) = (null, 0);
    }
}
