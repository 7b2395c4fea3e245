using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ThiDua.App.Tests.Architecture;

/// <summary>Every word on a screen exists in both languages, and every key that a screen asks for exists.</summary>
public sealed partial class TextTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = Source
        .Files("src/ThiDua.App", ".resx")
        .ToDictionary(
            f => f.Path,
            f =>
                XDocument.Parse(f.Text).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)
        );

    [Fact]
    public void Both_languages_have_the_same_keys_with_the_same_places_for_values()
    {
        Assert.NotEmpty(Texts);
        var differences =
            from file in Texts.Keys.Where(k => k.EndsWith(".vi.resx", StringComparison.Ordinal))
            let vi = Texts[file]
            let en = Texts.GetValueOrDefault(file.Replace(".vi.resx", ".en.resx", StringComparison.Ordinal)) ?? []
            from key in vi.Keys.Union(en.Keys)
            where !vi.ContainsKey(key) || !en.ContainsKey(key) || Slots(vi[key]) != Slots(en[key])
            select $"{file}: {key}";
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_key_asked_for_exists()
    {
        var missing =
            from file in Source.Files("src/ThiDua.App", ".cs", ".cshtml")
            from asked in Asked(file.Path, file.Text)
            let known = Texts.GetValueOrDefault(asked.Resource)
            where known is null || !known.ContainsKey(asked.Key)
            select $"{file.Path}: {asked.Key} is not in {asked.Resource}";
        Assert.Empty(missing);
    }

    [Fact]
    public void The_record_has_words_for_every_act_of_a_case()
    {
        var words = Texts["src/ThiDua.App/Audit/Text.vi.resx"];
        var acts = new ThiDua.App.Packs.PackShelf(Path.Combine(Source.Root, "packs"))
            .All.SelectMany(p => p.Flows)
            .SelectMany(f => f.Acts.Select(a => $"verb.{f.Code}.{a.Code}"));
        Assert.DoesNotContain(acts, a => !words.ContainsKey(a));
    }

    [Fact]
    public void Texts_are_in_NFC_and_say_something()
    {
        var bad =
            from file in Texts
            from row in file.Value
            where !row.Value.IsNormalized() || row.Value.Trim().Length == 0
            select $"{file.Key}: {row.Key}";
        Assert.Empty(bad);
    }

    private static IEnumerable<(string Resource, string Key)> Asked(string path, string text)
    {
        foreach (Match match in Keys().Matches(text))
            if (Resource(path.Split('/'), match.Groups["who"].Value) is { } resource)
                yield return (resource, match.Groups["key"].Value);
    }

    /// <summary>A feature's own texts, or those of the mechanism of its name; a mechanism's own.</summary>
    private static string? Resource(string[] path, string who)
    {
        if (who is "S" or "shared")
            return "src/ThiDua.App/Shared/SharedText.vi.resx";
        if (who == "C")
            return "src/ThiDua.App/Cases/Text.vi.resx";
        var name = path is [_, _, "Features", var feature, ..] ? feature : path[2];
        string[] places = [$"src/ThiDua.App/Features/{name}/Text.vi.resx", $"src/ThiDua.App/{name}/Text.vi.resx"];
        return places.FirstOrDefault(Texts.ContainsKey) ?? (path[2] == "Features" ? places[0] : null);
    }

    private static string Slots(string text) => string.Join(',', Places().Matches(text).Select(m => m.Value).Distinct().Order());

    [GeneratedRegex("""\b(?<who>S|T|C|text|shared)\["(?<key>[^"$]+)"[\],]""")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Places();
}
