namespace ThiDua.App.Imports;

/// <summary>
/// A large file leaves garbage that the runtime would keep for a long time: a small server gives it back after each batch
/// (docs/performance.md has what that costs and saves).
/// </summary>
internal static class ImportMemory
{
    private const int Large = 2_000;

    public static void GiveBack(IImportIntake intake)
    {
        if (intake.Count >= Large)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }
}
