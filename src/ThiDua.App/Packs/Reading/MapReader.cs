using System.Globalization;
using System.Text.RegularExpressions;
using static ThiDua.App.Packs.Reading.Wording;

namespace ThiDua.App.Packs.Reading;

/// <summary>
/// Reads the keys of one map. What was asked for is what is known: <see cref="Done"/> reports every other key, with the
/// nearest known one. A missing or wrong value is reported and read as a harmless default, so that the run goes on.
/// </summary>
internal sealed partial class MapReader(string file, string path, YamlMap map, ErrorList errors)
{
    /// <summary>Characters of one text of a pack.</summary>
    public const int LongestText = 4_000;

    private readonly List<string> _known = [];

    public string File => file;
    public string Path => path;
    public YamlMap Map => map;
    public ErrorList Errors => errors;

    public YamlNode? Optional(string key)
    {
        _known.Add(key);
        var entry = map.Entries.FirstOrDefault(e => e.Key.Value == key);
        return entry?.Value is YamlScalar { IsNull: true } ? null : entry?.Value;
    }

    public YamlNode? Required(string key)
    {
        var node = Optional(key);
        if (node is null)
        {
            errors.Add(file, map, path, new($"Thiếu mục \"{key}\".", $"\"{key}\" is missing."));
        }
        return node;
    }

    /// <summary>The node of a key (<c>name</c>) or of an item (<c>words[2]</c>), if it is there.</summary>
    public YamlNode? NodeAt(string key)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? key : key[..bracket];
        var value = map.Entries.FirstOrDefault(e => e.Key.Value == name)?.Value;
        return
            bracket >= 0
            && value is YamlList list
            && int.TryParse(key[(bracket + 1)..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && i < list.Items.Count
            ? list.Items[i]
            : value;
    }

    public string At(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public void Add(YamlNode? at, string key, string vi, string en, LocalText? expected = null) =>
        errors.Add(file, at ?? map, At(key), new(vi, en), expected);

    public string String(string key) => Text(key, Required(key)) ?? "";

    public string? StringOrNull(string key) => Text(key, Optional(key));

    public string Code(string key) => CodeOf(key, Required(key)) ?? "";

    public string? CodeOrNull(string key) => CodeOf(key, Optional(key));

    private string? CodeOf(string key, YamlNode? node)
    {
        if (Text(key, node) is not { } code)
        {
            return null;
        }
        if (!CodePattern().IsMatch(code))
        {
            Add(node, key, $"\"{Cut(code)}\" không phải là mã.", $"\"{Cut(code)}\" is not a code.", CodeShape);
        }
        return code;
    }

    public LocalText Local(string key) => LocalOf(key, Required(key)) ?? new("", "");

    public LocalText? LocalOrNull(string key) => LocalOf(key, Optional(key));

    private LocalText? LocalOf(string key, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }
        if (node is not YamlMap texts)
        {
            Add(node, key, "Cần hai thứ tiếng.", "Two languages are needed.", BothLanguages);
            return null;
        }
        var reader = new MapReader(file, At(key), texts, errors);
        var text = new LocalText(reader.String("vi"), reader.String("en"));
        reader.Done();
        return text;
    }

    private string? Text(string key, YamlNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Value.Length: > LongestText }:
                Add(
                    node,
                    key,
                    $"Dài quá {LongestText} ký tự.",
                    $"Longer than {LongestText} characters.",
                    new($"nhiều nhất {LongestText} ký tự", $"at most {LongestText} characters")
                );
                return null;
            case YamlScalar scalar when scalar.Value.Trim() is { Length: > 0 } text:
                return text;
            case YamlScalar:
                Add(node, key, "Mục này để trống.", "This is empty.");
                return null;
            default:
                Add(
                    node,
                    key,
                    $"{Found(node).Vi} không phải là một dòng chữ.",
                    $"{Found(node).En} is not a text.",
                    new("một dòng chữ", "a text")
                );
                return null;
        }
    }

    /// <summary>Reports keys that nobody asked for, and keys written twice.</summary>
    public void Done()
    {
        var written = map.Entries.Select(e => e.Key.Value).ToHashSet(StringComparer.Ordinal);
        var free = _known.Where(k => !written.Contains(k)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var key = entry.Key.Value;
            if (!seen.Add(key))
            {
                errors.Add(
                    file,
                    entry.Key,
                    At(Cut(key)),
                    new($"Mục \"{Cut(key)}\" được ghi hai lần.", $"\"{Cut(key)}\" is written twice.")
                );
            }
            else if (!_known.Contains(key))
            {
                var meant = Meant(key, free);
                errors.Add(
                    file,
                    entry.Key,
                    At(Cut(key)),
                    new($"Không có mục \"{Cut(key)}\" ở đây.{meant.Vi}", $"There is no \"{Cut(key)}\" here.{meant.En}"),
                    Listed(_known)
                );
            }
        }
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex CodePattern();
}
