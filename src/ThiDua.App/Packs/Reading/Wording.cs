namespace ThiDua.App.Packs.Reading;

/// <summary>The phrases that every error shares.</summary>
internal static class Wording
{
    public static readonly LocalText CodeShape = new(
        "chữ thường không dấu, số, dấu chấm và dấu gạch nối, ví dụ crime.cleared-rate",
        "lower-case letters, digits, dots and hyphens, such as crime.cleared-rate"
    );

    public static readonly LocalText BothLanguages = new("{vi: …, en: …}", "{vi: …, en: …}");

    /// <summary>" Có phải "flow"?", or nothing when no known word is near.</summary>
    public static LocalText Meant(string word, IEnumerable<string> known) =>
        Nearest.Of(word, known) is { } near ? new($" Có phải \"{near}\"?", $" Did you mean \"{near}\"?") : new("", "");

    public static LocalText Listed(IEnumerable<string> words)
    {
        var all = string.Join(", ", words.Distinct(StringComparer.Ordinal));
        return new(all, all);
    }

    /// <summary>What stands there, in a few words.</summary>
    public static LocalText Found(YamlNode node) =>
        node switch
        {
            YamlScalar s => new($"\"{Cut(s.Value)}\"", $"\"{Cut(s.Value)}\""),
            YamlList => new("Danh sách", "A list"),
            _ => new("Nhóm mục", "A map"),
        };

    /// <summary>A hostile value does not fill the message.</summary>
    public static string Cut(string value) => value.Length <= 60 ? value : value[..60] + "…";
}

/// <summary>The words of a closed list and what each means.</summary>
internal sealed record Choices<T>(params (string Word, T Value)[] All)
    where T : struct, Enum
{
    public IEnumerable<string> Words => All.Select(c => c.Word);

    public T? Find(string word)
    {
        foreach (var (known, value) in All)
        {
            if (known == word)
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>Every value of the enum by its name in lower case, words apart by hyphens.</summary>
    public static Choices<T> Every { get; } = new([.. Enum.GetValues<T>().Select(v => (Kebab(v.ToString()), v))]);

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
