namespace ThiDua.App.Imports;

/// <summary>
/// A large file leaves garbage that the runtime would keep for a long time: a small server gives it back after each batch
/// (docs/performance.md has what that costs and saves).
/// </summary>
internal static class ImportMemory
{
    private const int Large = 2_000,
        Many = 20_000;

    /// <param name="rows">Of the whole work: a small one leaves little.</param>
    public static void GiveBack(int rows)
    {
        if (rows >= Large)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    /// <summary>Asked behind each row that is read or understood: what they leave does not add up to the end of the file.</summary>
    public static void After(int rows)
    {
        if (rows % Many == 0)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }
}
