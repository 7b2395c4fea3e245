using System.Globalization;
using ThiDua.App.Packs.Reading;
using ThiDua.Measures;

namespace ThiDua.App.Packs;

/// <summary>
/// All packs of this installation, read and checked at start and again when their folder changes (<see cref="Read"/>); with what
/// the units' own plans added to them (<see cref="Take(IReadOnlyList{OwnDefinition})"/>). What one request took from the shelf
/// stays whole while another changes it.
/// </summary>
public sealed class PackShelf
{
    private readonly Lock gate = new();
    private volatile Books books;
    private volatile PackTroubles? troubles;
    private IReadOnlyList<FolderCopy> folders;
    private IReadOnlyList<OwnDefinition> kept = [];

    public PackShelf(string folder)
    {
        Folder = folder;
        Stamp = FolderStamp.Of(folder);
        folders = Folders();
        books = Read(folders, [], out var errors);
        Errors = [.. errors.Select(e => e.Format("vi"))];
    }

    public string Folder { get; }

    /// <summary>Of the folder as it was when the system started.</summary>
    public string Stamp { get; }

    /// <summary>Every mistake of every pack at the start, with file and line; the system does not start with one.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>What is wrong with the folder as it stands now, while the packs of before stay in use; null when they are the same.</summary>
    public PackTroubles? Troubles => troubles;
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

    /// <summary>The role of a pack; null for a code that is none.</summary>
    public IReadOnlyDictionary<string, PackRole> Roles => books.Roles;

    /// <summary>What the packs' own rules have against these files beside them; empty when they may be taken.</summary>
    public IReadOnlyList<PackError> Check(IReadOnlyList<OwnDefinition> own)
    {
        lock (gate)
            return [.. folders.SelectMany(f => PackLoader.Load(f, Of(f, own)).Errors)];
    }

    /// <summary>Sets the packs on the shelf anew with these files beside them.</summary>
    /// <exception cref="InvalidOperationException">They do not fit the packs (which were changed since); the message names each
    /// mistake.</exception>
    public void Take(IReadOnlyList<OwnDefinition> own)
    {
        lock (gate)
            Set(folders, own);
    }

    /// <summary>The folder as it stands now, read and checked with what units' plans added; nothing of it is in use yet.</summary>
    public PackReading Read()
    {
        lock (gate)
        {
            var fresh = Folders();
            var next = Read(fresh, kept, out var errors);
            return new([.. next.ByCode.Values], errors, fresh);
        }
    }

    /// <summary>Takes a reading without mistakes into use.</summary>
    public void Take(PackReading reading)
    {
        lock (gate)
        {
            Set(reading.Folders, kept);
            troubles = null;
        }
    }

    /// <summary>Says what keeps the folder from being used; what stands on the shelf stays.</summary>
    public void Tell(PackTroubles found) => troubles = found;

    private void Set(IReadOnlyList<FolderCopy> from, IReadOnlyList<OwnDefinition> own)
    {
        var next = Read(from, own, out var errors);
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join('\n', errors.Select(e => e.Format("vi"))));
        (books, folders, kept) = (next, from, own);
    }

    private List<FolderCopy> Folders() =>
        Directory.Exists(Folder) ? [.. Directory.GetDirectories(Folder).Order(StringComparer.Ordinal).Select(d => new FolderCopy(d))] : [];

    // A pack's folder has the pack's code for a name.
    private static IReadOnlyList<OwnDefinition> Of(FolderCopy folder, IReadOnlyList<OwnDefinition> own) =>
        [.. own.Where(o => o.Pack == Path.GetFileName(folder.Path))];

    private Books Read(IReadOnlyList<FolderCopy> from, IReadOnlyList<OwnDefinition> own, out List<PackTrouble> errors)
    {
        errors = [];
        var byCode = new Dictionary<string, Pack>();
        foreach (var folder in from)
        {
            var result = PackLoader.Load(folder, Of(folder, own));
            if (result.Pack is { } pack)
                byCode[pack.Code] = pack;
            errors.AddRange(result.Errors.Select(e => new PackTrouble(Path.GetFileName(folder.Path), e)));
        }
        if (byCode.Count == 0 && errors.Count == 0)
            errors.Add(PackTrouble.Of("", Folder, "Không có bộ mẫu nào ở đây.", "There is no pack here."));
        errors.AddRange(
            Twice(byCode.Values.SelectMany(p => p.Roles).Select(r => r.Code))
                .Select(c =>
                    PackTrouble.Of(
                        "",
                        "roles.yaml",
                        $"Vai trò \"{c}\" có trong nhiều bộ mẫu.",
                        $"The role \"{c}\" stands in several packs."
                    )
                )
        );
        errors.AddRange(
            Twice(byCode.Values.SelectMany(p => p.Registers).Select(r => r.Code))
                .Select(c =>
                    PackTrouble.Of("", "registers/", $"Sổ \"{c}\" có trong nhiều bộ mẫu.", $"The register \"{c}\" stands in several packs.")
                )
        );
        return new Books(byCode);
    }

    private static IEnumerable<string> Twice(IEnumerable<string> codes) => codes.CountBy(c => c).Where(c => c.Value > 1).Select(c => c.Key);

    private sealed class Books(Dictionary<string, Pack> byCode)
    {
        private readonly List<(Pack Pack, PackIndicator Indicator)> indicators =
        [
            .. byCode.Values.SelectMany(p => p.Indicators.Select(i => (Pack: p, Indicator: i))).DistinctBy(i => i.Indicator.Code),
        ];

        public Dictionary<string, Pack> ByCode => byCode;
        public IReadOnlyDictionary<string, PackRole> Roles { get; } =
            byCode.Values.SelectMany(p => p.Roles).DistinctBy(r => r.Code).ToDictionary(r => r.Code, StringComparer.Ordinal);
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

/// <summary>The folder of packs as it was read at one moment.</summary>
public sealed class PackReading
{
    internal PackReading(IReadOnlyList<Pack> packs, IReadOnlyList<PackTrouble> troubles, IReadOnlyList<FolderCopy> folders) =>
        (Packs, Troubles, Folders) = (packs, troubles, folders);

    /// <summary>Those that hold together.</summary>
    public IReadOnlyList<Pack> Packs { get; }
    public IReadOnlyList<PackTrouble> Troubles { get; }
    internal IReadOnlyList<FolderCopy> Folders { get; }
}

public static class LocalTexts
{
    /// <summary>The text in the language of the reader.</summary>
    public static string Here(this LocalText text) => text.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
