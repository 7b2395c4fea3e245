using System.IO.Compression;

namespace ThiDua.Plans.Source.Docx;

/// <summary>The parts of an Open Packaging zip, found by their relationships and not by their usual names.</summary>
internal sealed class DocxPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadLimits _limits;
    private readonly UnpackBudget _budget;
    private readonly CancellationToken _cancellationToken;

    public DocxPackage(Stream file, FileReader reader)
    {
        _limits = reader.Limits;
        _budget = reader.Unpacked;
        _cancellationToken = reader.CancellationToken;
        _zip = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public bool Has(string path) => _entries.ContainsKey(path);

    /// <summary>The part's root is a WordprocessingML document, wherever the part lies.</summary>
    public bool IsWord(string path)
    {
        using var x = Open(path);
        return x is { IsWord: true, Name: "document" };
    }

    public bool HasFolder(string folder) => _entries.Keys.Any(k => k.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part, placed on its root element; null where it is absent or has none.</summary>
    public PartReader? Open(string? path)
    {
        if (path is null || !_entries.TryGetValue(path, out var entry))
        {
            return null;
        }
        var reader = new PartReader(new BoundedStream(entry.Open(), entry.CompressedLength, _budget), _limits, _cancellationToken);
        if (reader.Root())
        {
            return reader;
        }
        reader.Dispose();
        return null;
    }

    /// <summary>The part as it is; null where it is absent.</summary>
    public byte[]? Bytes(string path)
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            return null;
        }
        using var stream = new BoundedStream(entry.Open(), entry.CompressedLength, _budget, longestNode: long.MaxValue);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The main part by the package's relationships; Word's usual name where they are missing.</summary>
    public string? MainPart()
    {
        var main = Relations("").Find(r => r.Type == "officeDocument")?.Target;
        return main is not null && Has(main) ? main
            : Has("word/document.xml") ? "word/document.xml"
            : null;
    }

    /// <summary>Relationships of a part ("" for the package) within the package.</summary>
    public List<DocxRelation> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        var relations = new List<DocxRelation>();
        using var x = Open($"{folder}_rels/{part[(slash + 1)..]}.rels");
        if (x is null || !x.Enter(out var depth))
        {
            return relations;
        }
        while (x.Next(depth))
        {
            if (
                x.Name == "Relationship"
                && x.Plain("Type") is { } type
                && x.Plain("Target") is { } target
                && x.Plain("TargetMode") != "External"
            )
            {
                relations.Add(new(x.Plain("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                parts.Add(step);
            }
        }
        return string.Join('/', parts);
    }

    public void Dispose() => _zip.Dispose();
}

/// <param name="Type">The last word of the type's address: "styles", "aFChunk".</param>
/// <param name="Target">Path in the package.</param>
internal sealed record DocxRelation(string Id, string Type, string Target);
