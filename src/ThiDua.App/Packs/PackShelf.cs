using System.Globalization;

namespace ThiDua.App.Packs;

/// <summary>All packs of this installation, read and checked once at start.</summary>
public sealed class PackShelf
{
    private readonly Dictionary<string, Pack> byCode = [];

    public PackShelf(string folder)
    {
        var errors = new List<string>();
        string[] places = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        foreach (var place in places.Order(StringComparer.Ordinal))
        {
            var result = PackLoader.Load(place);
            if (result.Pack is { } pack) byCode[pack.Code] = pack;
            errors.AddRange(result.Errors.Select(e => $"{Path.GetFileName(place)}/{e.Format("vi")}"));
        }
        if (byCode.Count == 0 && errors.Count == 0) errors.Add($"Không có bộ mẫu nào trong {folder}. / No pack in {folder}.");
        Folder = folder;
        Errors = errors;
        var indicators = byCode.Values.SelectMany(p => p.Indicators.Select(i => (Pack: p, Indicator: i))).DistinctBy(i => i.Indicator.Code).ToList();
        Words = PackWords.Of(byCode.Values.Select(p => p.Lexicon));
        Definitions = new(indicators.Select(i => PackMeasures.Definition(i.Pack, i.Indicator)));
        Schedules = indicators.Where(i => i.Indicator.Frequency is not null)
            .ToDictionary(i => i.Indicator.Code, i => new ThiDua.Measures.Schedule(i.Indicator.Frequency!.Value.Frequency()));
    }

    public string Folder { get; }
    /// <summary>Every mistake of every pack, with file and line; the system does not start with one.</summary>
    public IReadOnlyList<string> Errors { get; }
    public IReadOnlyCollection<Pack> All => byCode.Values;
    public Pack this[string code] => byCode[code];
    /// <summary>The pack that a new plan is read with: the first, while there is one movement.</summary>
    public Pack Default => byCode.Values.First();
    public IEnumerable<UnitKind> UnitKinds => byCode.Values.SelectMany(p => p.UnitKinds).DistinctBy(k => k.Code);
    /// <summary>What the reader of plans is given: its own words and those of all packs.</summary>
    public ThiDua.Plans.Lexicon Words { get; }
    /// <summary>The indicators of all packs, as the arithmetic knows them.</summary>
    public ThiDua.Measures.Definitions Definitions { get; }
    /// <summary>How often each indicator that has facts is reported.</summary>
    public IReadOnlyDictionary<string, ThiDua.Measures.Schedule> Schedules { get; }

    /// <summary>The definition of an indicator, whatever pack brought it.</summary>
    public PackIndicator? Indicator(string code) => byCode.Values.Select(p => p.Indicator(code)).FirstOrDefault(i => i is not null);

    public string FileOf(Pack pack, params string[] path) => Path.Combine([Folder, pack.Code, .. path]);
}

public static class LocalTexts
{
    /// <summary>The text in the language of the reader.</summary>
    public static string Here(this LocalText text) => text.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
