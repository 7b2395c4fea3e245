using System.Runtime.CompilerServices;

namespace ThiDua.App.Tests.Architecture;

/// <summary>The sources of the checkout that this test was built from.</summary>
internal static class Source
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(here)!); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ThiDua.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The checkout's root was not found.");
    }
}
