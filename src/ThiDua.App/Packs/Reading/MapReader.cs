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
        return bracket >= 0 && value is YamlList list
            && int.TryParse(key[(bracket + 1)..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Items.Count
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

    public bool Bool(string key, bool otherwise) => BoolOf(key, Optional(key)) ?? otherwise;

    public bool BoolRequired(string key) => BoolOf(key, Required(key)) ?? false;

    private bool? BoolOf(string key, YamlNode? node)
    {
        switch (node)
        {
            case null: return null;
            case YamlScalar { Plain: true, Value: "true" }: return true;
            case YamlScalar { Plain: true, Value: "false" }: return false;
            default:
                Add(node, key, $"{Found(node).Vi} không phải đúng hay sai.", $"{Found(node).En} is neither true nor false.", new("true, false", "true, false"));
                return null;
        }
    }

    public int? IntOrNull(string key, int least, int most) => IntOf(key, Optional(key), least, most);

    public int Int(string key, int least, int most) => IntOf(key, Required(key), least, most) ?? least;

    public int? IntOf(string key, YamlNode? node, int least, int most)
    {
        if (node is null)
        {
            return null;
        }
        if (node is YamlScalar { Plain: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }
        Add(node, key, $"{Found(node).Vi} không hợp lệ.", $"{Found(node).En} is not valid.",
            new($"số nguyên từ {least} đến {most}", $"a whole number from {least} to {most}"));
        return null;
    }

    public DateOnly? DateOrNull(string key) => DateOf(key, Optional(key));

    public DateOnly Date(string key) => DateOf(key, Required(key)) ?? DateOnly.MinValue;

    private DateOnly? DateOf(string key, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }
        if (node is YamlScalar scalar
            && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        Add(node, key, $"{Found(node).Vi} không phải là ngày.", $"{Found(node).En} is not a date.",
            new("ngày dạng 2024-09-02", "a date such as 2024-09-02"));
        return null;
    }

    /// <summary>Reads one word of a closed list.</summary>
    public T Choice<T>(string key, Choices<T> choices, T otherwise) where T : struct, Enum =>
        ChoiceOf(key, Optional(key), choices) ?? otherwise;

    public T? ChoiceRequired<T>(string key, Choices<T> choices) where T : struct, Enum => ChoiceOf(key, Required(key), choices);

    public T? ChoiceOrNull<T>(string key, Choices<T> choices) where T : struct, Enum => ChoiceOf(key, Optional(key), choices);

    public T? ChoiceOf<T>(string key, YamlNode? node, Choices<T> choices) where T : struct, Enum
    {
        if (Text(key, node) is not { } word)
        {
            return null;
        }
        if (choices.Find(word) is { } value)
        {
            return value;
        }
        var meant = Meant(word, choices.Words);
        Add(node, key, $"\"{Cut(word)}\" không có trong các giá trị cho phép.{meant.Vi}", $"\"{Cut(word)}\" is not an allowed value.{meant.En}",
            Listed(choices.Words));
        return null;
    }

    /// <summary>The items of a list with their index as key; a single value stands for a list of one where it is a word.</summary>
    public IEnumerable<(string Key, YamlNode Node)> Items(string key, bool required = false)
    {
        var node = required ? Required(key) : Optional(key);
        switch (node)
        {
            case null: return [];
            case YamlList list: return list.Items.Select((n, i) => (string.Create(CultureInfo.InvariantCulture, $"{key}[{i}]"), n));
            default:
                Add(node, key, $"{Found(node).Vi} không phải là danh sách.", $"{Found(node).En} is not a list.", new("danh sách [a, b]", "a list [a, b]"));
                return [];
        }
    }

    public IReadOnlyList<string> Strings(string key, bool required = false) =>
        [.. Items(key, required).Select(i => Text(i.Key, i.Node)).OfType<string>()];

    public IReadOnlyList<string> Codes(string key, bool required = false) =>
        [.. Items(key, required).Select(i => CodeOf(i.Key, i.Node)).OfType<string>()];

    public IReadOnlyList<T> Choices<T>(string key, Choices<T> choices, bool required = false) where T : struct, Enum =>
        [.. Items(key, required).Select(i => ChoiceOf(i.Key, i.Node, choices)).OfType<T>()];

    /// <summary>Reads each item of a list of maps.</summary>
    public IReadOnlyList<T> Maps<T>(string key, Func<MapReader, T> read, bool required = true) where T : class
    {
        var all = new List<T>();
        foreach (var (name, node) in Items(key, required))
        {
            if (MapAt(name, node) is { } reader)
            {
                all.Add(read(reader));
                reader.Done();
            }
        }
        return all;
    }

    public MapReader? MapAt(string key, YamlNode? node)
    {
        switch (node)
        {
            case null: return null;
            case YamlMap inner: return new MapReader(file, At(key), inner, errors);
            default:
                Add(node, key, $"{Found(node).Vi} không phải là nhóm mục.", $"{Found(node).En} is not a map.", new("các dòng \"tên: giá trị\"", "lines of \"key: value\""));
                return null;
        }
    }

    private string? Text(string key, YamlNode? node)
    {
        switch (node)
        {
            case null: return null;
            case YamlScalar scalar when scalar.Value.Trim() is { Length: > 0 } text: return text;
            case YamlScalar:
                Add(node, key, "Mục này để trống.", "This is empty.");
                return null;
            default:
                Add(node, key, $"{Found(node).Vi} không phải là một dòng chữ.", $"{Found(node).En} is not a text.", new("một dòng chữ", "a text"));
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
                errors.Add(file, entry.Key, At(Cut(key)), new($"Mục \"{Cut(key)}\" được ghi hai lần.", $"\"{Cut(key)}\" is written twice."));
            }
            else if (!_known.Contains(key))
            {
                var meant = Meant(key, free);
                errors.Add(file, entry.Key, At(Cut(key)),
                    new($"Không có mục \"{Cut(key)}\" ở đây.{meant.Vi}", $"There is no \"{Cut(key)}\" here.{meant.En}"), Listed(_known));
            }
        }
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex CodePattern();
}
