using ThiDua.App.Packs;

namespace ThiDua.App.Tests.Packs;

/// <summary>A copy of the shipped pack with mistakes put into it; gone at the end of the test.</summary>
internal sealed class SpoiltPack : IDisposable
{
    private readonly string _folder;

    public SpoiltPack()
    {
        _folder = Path.Combine(Parent, PackFolder.Pack.Code);
        foreach (var file in Directory.EnumerateFiles(PackFolder.Shipped, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(PackFolder.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public string Folder => _folder;

    /// <summary>A folder of packs in which this is the only one.</summary>
    public string Parent { get; } = Directory.CreateTempSubdirectory("pack-").FullName;

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

    /// <summary>A second pack beside it, the same but for one word of its head.</summary>
    public void CopyTo(string name, string what, string with)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(Parent, name, Path.GetRelativePath(_folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var head = Path.Combine(Parent, name, "pack.yaml");
        File.WriteAllText(head, File.ReadAllText(head).Replace(what, with, StringComparison.Ordinal));
    }

    public PackResult Load() => PackLoader.Load(_folder);

    public PackError OnlyError()
    {
        var result = Load();
        Assert.Null(result.Pack);
        return Assert.Single(result.Errors);
    }

    public void Dispose() => Directory.Delete(Parent, recursive: true);

    private string PathOf(string file) => Path.Combine(_folder, file);
}
