namespace ThiDua.Plans.Tests;

/// <summary>The folder of the repository, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ThiDua.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"ThiDua.slnx stands nowhere above {AppContext.BaseDirectory}");
    }
}
