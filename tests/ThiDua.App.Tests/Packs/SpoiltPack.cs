using ThiDua.App.Packs;

namespace ThiDua.App.Tests.Packs;

/// <summary>A copy of the shipped pack with mistakes put into it; gone at the end of the test.</summary>
internal sealed class SpoiltPack : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pack-").FullName;

    public SpoiltPack()
    {
        foreach (var file in Directory.EnumerateFiles(PackFolder.Shipped, "*.yaml", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(PackFolder.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public string Folder => _folder;

    /// <summary>Replaces the first occurrence and returns its 1-based line.</summary>
    public int Replace(string file, string what, string with)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(what, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold: {what}");
        File.WriteAllText(PathOf(file), string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + what.Length)));
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Append(string file, string lines) => File.AppendAllText(PathOf(file), lines);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(PathOf(file), bytes);

    public void Delete(string file) => File.Delete(PathOf(file));

    public PackResult Load() => PackLoader.Load(_folder);

    public PackError OnlyError()
    {
        var result = Load();
        Assert.Null(result.Pack);
        return Assert.Single(result.Errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string file) => Path.Combine(_folder, file);
}
