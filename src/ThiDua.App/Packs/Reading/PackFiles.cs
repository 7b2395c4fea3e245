using System.Security.Cryptography;
using System.Text;

namespace ThiDua.App.Packs.Reading;

/// <summary>The files of one pack's folder, read once, within limits.</summary>
/// <param name="hashed">The pack's <see cref="Hash"/> will be asked for.</param>
internal sealed class PackFiles(string directory, ErrorList errors, bool hashed = true)
{
    public const int MaxFiles = 100;
    private readonly IncrementalHash? _hash = hashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;

    public string Hash => Convert.ToHexStringLower(_hash!.GetCurrentHash());

    /// <summary>The root map of a file; null, and reported, when it is missing or cannot be read.</summary>
    public MapReader? Root(string file)
    {
        if (Bytes(file) is not { } bytes)
        {
            return null;
        }
        _hash?.AppendData(Encoding.UTF8.GetBytes($"{file}\n{bytes.Length}\n"));
        _hash?.AppendData(bytes);
        return Root(file, bytes);
    }

    /// <summary>The same of a file that a pack may do without.</summary>
    public MapReader? RootIfThere(string file) => File.Exists(Path.Combine(directory, file)) ? Root(file) : null;

    /// <summary>The same of a text that is no file of the folder; the pack's hash stays what it is.</summary>
    public MapReader? Root(string file, byte[] bytes)
    {
        switch (new YamlReader(file, errors).Read(bytes))
        {
            case YamlMap map:
                return new MapReader(file, "", map, errors);
            case { } other:
                errors.Add(
                    file,
                    other,
                    "",
                    new("Tệp phải bắt đầu bằng các dòng \"tên: giá trị\".", "The file must start with lines of \"key: value\".")
                );
                return null;
            default:
                return null;
        }
    }

    /// <summary>The .yaml files of a folder of the pack, in the order of their names.</summary>
    /// <param name="required">Whether the pack must have the folder.</param>
    public IReadOnlyList<string> In(string folder, bool required = true)
    {
        var path = Path.Combine(directory, folder);
        if (!Directory.Exists(path))
        {
            if (required)
                Missing(folder + "/", "thư mục", "folder");
            return [];
        }
        var all = Directory
            .EnumerateFiles(path, "*.yaml")
            .Take(MaxFiles + 1)
            .Select(f => $"{folder}/{Path.GetFileName(f)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (all.Count > MaxFiles)
        {
            errors.Add(folder + "/", null, "", new($"Có quá {MaxFiles} tệp.", $"There are more than {MaxFiles} files."));
        }
        return [.. all.Take(MaxFiles)];
    }

    private byte[]? Bytes(string file)
    {
        var info = new FileInfo(Path.Combine(directory, file));
        if (!info.Exists)
        {
            Missing(file, "tệp", "file");
            return null;
        }
        if (info.Length > YamlReader.MaxBytes)
        {
            errors.Add(
                file,
                null,
                "",
                new($"Tệp lớn hơn {YamlReader.MaxBytes / 1024} KB.", $"The file is larger than {YamlReader.MaxBytes / 1024} KB.")
            );
            return null;
        }
        try
        {
            return File.ReadAllBytes(info.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(file, null, "", new($"Không đọc được tệp: {e.Message}", $"The file cannot be read: {e.Message}"));
            return null;
        }
    }

    private void Missing(string file, string vi, string en) =>
        errors.Add(file, null, "", new($"Thiếu {vi} {file}.", $"The {en} {file} is missing."));
}
