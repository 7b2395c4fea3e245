using ThiDua.App.Packs;

namespace ThiDua.App.Tests.Packs;

/// <summary>Where the shipped pack is, and copies of it that a test may spoil.</summary>
internal static class PackFolder
{
    public static string Repository { get; } = FindRepository();

    public static string Shipped { get; } = Path.Combine(Repository, "packs", "an-ninh-to-quoc");

    private static readonly Lazy<PackResult> Loaded = new(() => PackLoader.Load(Shipped));

    public static PackResult Result => Loaded.Value;

    public static Pack Pack =>
        Result.Pack ?? throw new InvalidOperationException(string.Join('\n', Result.Errors.Select(e => e.Format("vi"))));

    private static string FindRepository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ThiDua.slnx")))
            {
                return at.FullName;
            }
        }
        throw new DirectoryNotFoundException("ThiDua.slnx stands in no folder above the tests.");
    }
}
