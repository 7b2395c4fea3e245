using System.Globalization;
using ThiDua.Measures;

namespace ThiDua.App.Packs;

/// <summary>
/// All packs of this installation, read and checked at start; with what the units' own plans added to them
/// (<see cref="Take"/>). What one request took from the shelf stays whole while another adds to it.
/// </summary>
public sealed class PackShelf
{
    private volatile Books books;

    public PackShelf(string folder)
    {
        Folder = folder;
        books = Read([], out var errors);
        if (books.ByCode.Count == 0 && errors.Count == 0)
            errors = [$"Không có bộ mẫu nào trong {folder}. / No pack in {folder}."];
        Errors = errors;
    }

    public string Folder { get; }

    /// <summary>Every mistake of every pack, with file and line; the system does not start with one.</summary>
    public IReadOnlyList<string> Errors { get; }
    public IReadOnlyCollection<Pack> All => books.ByCode.Values;
    public Pack this[string code] => books.ByCode[code];

    /// <summary>The pack that a new plan is read with: the first, while there is one movement.</summary>
    public Pack Default => books.ByCode.Values.First();
    public IEnumerable<UnitKind> UnitKinds => All.SelectMany(p => p.UnitKinds).DistinctBy(k => k.Code);

    /// <summary>How units of this kind are spoken to, by the first pack that knows the kind.</summary>
    public Manner Manner(string unitKind) =>
        (All.FirstOrDefault(p => p.UnitKind(unitKind) is not null) ?? All.FirstOrDefault())?.Manner(unitKind) ?? Packs.Manner.Plain;

    /// <summary>What the reader of plans is given: its own words and those of all packs.</summary>
    public ThiDua.Plans.Lexicon Words => books.Words;

    /// <summary>The indicators of all packs, as the arithmetic knows them.</summary>
    public Definitions Definitions => books.Definitions;

    /// <summary>The same for a campaign: reach counts from the month of its first day.</summary>
    public Definitions DefinitionsFrom(DateOnly start) => books.From(Period.Containing(start, Measures.Frequency.Month).First);

    /// <summary>How often each indicator that has facts is reported.</summary>
    public IReadOnlyDictionary<string, Schedule> Schedules => books.Schedules;

    /// <summary>The definition of an indicator, whatever pack brought it.</summary>
    public PackIndicator? Indicator(string code) => All.Select(p => p.Indicator(code)).FirstOrDefault(i => i is not null);

    public string FileOf(Pack pack, params string[] path) => Path.Combine([Folder, pack.Code, .. path]);

    /// <summary>What the packs' own rules have against these files beside them; empty when they may be taken.</summary>
    public IReadOnlyList<PackError> Check(IReadOnlyList<OwnDefinition> own) =>
        [.. All.SelectMany(p => PackLoader.Load(FileOf(p), [.. own.Where(o => o.Pack == p.Code)]).Errors)];

    /// <summary>Sets the packs on the shelf anew with these files beside them.</summary>
    /// <exception cref="InvalidOperationException">They do not fit the packs (which were changed since); the message names each
    /// mistake.</exception>
    public void Take(IReadOnlyList<OwnDefinition> own)
    {
        var next = Read(own, out var errors);
        books = errors.Count == 0 ? next : throw new InvalidOperationException(string.Join('\n', errors));
    }

    private Books Read(IReadOnlyList<OwnDefinition> own, out List<string> errors)
    {
        errors = [];
        var byCode = new Dictionary<string, Pack>();
        string[] places = Directory.Exists(Folder) ? Directory.GetDirectories(Folder) : [];
        foreach (var place in places.Order(StringComparer.Ordinal))
        {
            // A pack's folder has the pack's code for a name.
            var result = PackLoader.Load(place, [.. own.Where(o => o.Pack == Path.GetFileName(place))]);
            if (result.Pack is { } pack)
                byCode[pack.Code] = pack;
            errors.AddRange(result.Errors.Select(e => $"{Path.GetFileName(place)}/{e.Format("vi")}"));
        }
        errors.AddRange(
            byCode
                .Values.SelectMany(p => p.Roles)
                .CountBy(r => r.Code)
                .Where(c => c.Value > 1)
                .Select(c => $"roles.yaml: vai trò \"{c.Key}\" có trong nhiều bộ mẫu. / The role \"{c.Key}\" stands in several packs.")
        );
        errors.AddRange(
            byCode
                .Values.SelectMany(p => p.Registers)
                .CountBy(r => r.Code)
                .Where(c => c.Value > 1)
                .Select(c => $"registers: sổ \"{c.Key}\" có trong nhiều bộ mẫu. / The register \"{c.Key}\" stands in several packs.")
        );
        return new Books(byCode);
    }

    private sealed class Books(Dictionary<string, Pack> byCode)
    {
        private readonly List<(Pack Pack, PackIndicator Indicator)> indicators =
        [
            .. byCode.Values.SelectMany(p => p.Indicators.Select(i => (Pack: p, Indicator: i))).DistinctBy(i => i.Indicator.Code),
        ];

        public Dictionary<string, Pack> ByCode => byCode;
        public ThiDua.Plans.Lexicon Words => field ??= PackWords.Of(byCode.Values.Select(p => p.Lexicon));
        public Definitions Definitions => field ??= new(indicators.Select(i => PackMeasures.Definition(i.Pack, i.Indicator)));
        private readonly System.Collections.Concurrent.ConcurrentDictionary<DateOnly, Definitions> from = [];

        public Definitions From(DateOnly start) =>
            from.GetOrAdd(start, s => new(Definitions.All.Select(d => d.Kind == IndicatorKind.Reach ? d with { Starts = [s] } : d)));

        public IReadOnlyDictionary<string, Schedule> Schedules =>
            field ??= indicators
                .Where(i => i.Indicator.Frequency is not null)
                .ToDictionary(i => i.Indicator.Code, i => new Schedule(i.Indicator.Frequency!.Value.Frequency()));
    }
}

public static class LocalTexts
{
    /// <summary>The text in the language of the reader.</summary>
    public static string Here(this LocalText text) => text.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
