using System.Security.Cryptography;
using System.Text;

namespace ThiDua.App.Packs.Reading;

/// <summary>The files of one pack's folder, read once, within limits.</summary>
/// <param name="hashed">The pack's <see cref="Hash"/> will be asked for.</param>
internal sealed class PackFiles(FolderCopy folder, ErrorList errors, bool hashed = true)
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
    public MapReader? RootIfThere(string file) => folder.Read(file) is null ? null : Root(file);

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
    public IReadOnlyList<string> In(string name, bool required = true)
    {
        if (folder.In(name, "*.yaml", MaxFiles) is not { } all)
        {
            if (required)
                Missing(name + "/", "thư mục", "folder");
            return [];
        }
        if (all.Count > MaxFiles)
        {
            errors.Add(name + "/", null, "", new($"Có quá {MaxFiles} tệp.", $"There are more than {MaxFiles} files."));
        }
        return [.. all.Take(MaxFiles)];
    }

    /// <summary>The texts of a folder that the pack may do without; what cannot be read is told where it is used.</summary>
    public IReadOnlyList<PackText> Texts(string name) =>
        [
            .. (folder.In(name, "*.md", MaxFiles) ?? []).Select(f => new PackText(
                f,
                folder.Read(f)?.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : "",
                errors
            )),
        ];

    private byte[]? Bytes(string file)
    {
        const int most = YamlReader.MaxBytes / 1024;
        switch (folder.Read(file))
        {
            case null:
                Missing(file, "tệp", "file");
                return null;
            case { IsTooLarge: true }:
                errors.Add(file, null, "", new($"Tệp lớn hơn {most} KB.", $"The file is larger than {most} KB."));
                return null;
            case { Problem: { } problem }:
                errors.Add(file, null, "", new($"Không đọc được tệp: {problem}", $"The file cannot be read: {problem}"));
                return null;
            case var read:
                return read.Bytes;
        }
    }

    private void Missing(string file, string vi, string en) =>
        errors.Add(file, null, "", new($"Thiếu {vi} {file}.", $"The {en} {file} is missing."));
}
