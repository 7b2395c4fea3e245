using System.Globalization;
using static ThiDua.App.Packs.Reading.Wording;

namespace ThiDua.App.Packs.Reading;

/// <summary>Values of a map that are more than a text: answers, numbers, dates, words of closed lists, lists and maps.</summary>
internal sealed partial class MapReader
{
    public bool? BoolOrNull(string key) => BoolOf(key, Optional(key));

    public bool Bool(string key, bool otherwise) => BoolOf(key, Optional(key)) ?? otherwise;

    public bool BoolRequired(string key) => BoolOf(key, Required(key)) ?? false;

    private bool? BoolOf(string key, YamlNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Plain: true, Value: "true" }:
                return true;
            case YamlScalar { Plain: true, Value: "false" }:
                return false;
            default:
                Add(
                    node,
                    key,
                    $"{Found(node).Vi} không phải đúng hay sai.",
                    $"{Found(node).En} is neither true nor false.",
                    new("true, false", "true, false")
                );
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
        if (
            node is YamlScalar { Plain: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        Add(
            node,
            key,
            $"{Found(node).Vi} không hợp lệ.",
            $"{Found(node).En} is not valid.",
            new($"số nguyên từ {least} đến {most}", $"a whole number from {least} to {most}")
        );
        return null;
    }

    public decimal? DecimalOrNull(string key)
    {
        if (Optional(key) is not { } node)
            return null;
        if (
            node is YamlScalar { Plain: true } scalar
            && decimal.TryParse(
                scalar.Value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Math.Abs(number) < 1_000_000_000_000_000m
        )
            return number;
        Add(
            node,
            key,
            $"{Found(node).Vi} không phải là số.",
            $"{Found(node).En} is not a number.",
            new("số dạng 12 hoặc 12.5", "a number such as 12 or 12.5")
        );
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
        if (
            node is YamlScalar scalar
            && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        )
        {
            return date;
        }
        Add(
            node,
            key,
            $"{Found(node).Vi} không phải là ngày.",
            $"{Found(node).En} is not a date.",
            new("ngày dạng 2024-09-02", "a date such as 2024-09-02")
        );
        return null;
    }

    /// <summary>Reads one word of a closed list.</summary>
    public T Choice<T>(string key, Choices<T> choices, T otherwise)
        where T : struct, Enum => ChoiceOf(key, Optional(key), choices) ?? otherwise;

    public T? ChoiceRequired<T>(string key, Choices<T> choices)
        where T : struct, Enum => ChoiceOf(key, Required(key), choices);

    public T? ChoiceOrNull<T>(string key, Choices<T> choices)
        where T : struct, Enum => ChoiceOf(key, Optional(key), choices);

    public T? ChoiceOf<T>(string key, YamlNode? node, Choices<T> choices)
        where T : struct, Enum
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
        Add(
            node,
            key,
            $"\"{Cut(word)}\" không có trong các giá trị cho phép.{meant.Vi}",
            $"\"{Cut(word)}\" is not an allowed value.{meant.En}",
            Listed(choices.Words)
        );
        return null;
    }

    /// <summary>The items of a list with their index as key; a single value stands for a list of one where it is a word.</summary>
    public IEnumerable<(string Key, YamlNode Node)> Items(string key, bool required = false)
    {
        var node = required ? Required(key) : Optional(key);
        switch (node)
        {
            case null:
                return [];
            case YamlList list:
                return list.Items.Select((n, i) => (string.Create(CultureInfo.InvariantCulture, $"{key}[{i}]"), n));
            default:
                Add(
                    node,
                    key,
                    $"{Found(node).Vi} không phải là danh sách.",
                    $"{Found(node).En} is not a list.",
                    new("danh sách [a, b]", "a list [a, b]")
                );
                return [];
        }
    }

    public IReadOnlyList<string> Strings(string key, bool required = false) =>
        [.. Items(key, required).Select(i => Text(i.Key, i.Node)).OfType<string>()];

    public IReadOnlyList<string> Codes(string key, bool required = false) =>
        [.. Items(key, required).Select(i => CodeOf(i.Key, i.Node)).OfType<string>()];

    public IReadOnlyList<T> Choices<T>(string key, Choices<T> choices, bool required = false)
        where T : struct, Enum => [.. Items(key, required).Select(i => ChoiceOf(i.Key, i.Node, choices)).OfType<T>()];

    public IReadOnlyList<int> Ints(string key, int least, int most) =>
        [.. Items(key).Select(i => IntOf(i.Key, i.Node, least, most)).OfType<int>()];

    /// <summary>Reads each item of a list of maps.</summary>
    public IReadOnlyList<T> Maps<T>(string key, Func<MapReader, T> read, bool required = true)
        where T : class
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
            case null:
                return null;
            case YamlMap inner:
                return new MapReader(file, At(key), inner, errors);
            default:
                Add(
                    node,
                    key,
                    $"{Found(node).Vi} không phải là nhóm mục.",
                    $"{Found(node).En} is not a map.",
                    new("các dòng \"tên: giá trị\"", "lines of \"key: value\"")
                );
                return null;
        }
    }
}
