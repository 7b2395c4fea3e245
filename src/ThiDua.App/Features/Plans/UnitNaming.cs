using System.Text.RegularExpressions;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// Says which unit a plan means by a name: one of the tree, all of a kind ("các ấp"), those that a collective name means
/// ("các đoàn thể"), one to be created, or one above whose work is not this campaign's. By the kinds of the pack and the
/// tree under the plan's unit; what it is unsure of it marks.
/// </summary>
public sealed partial class UnitNaming
{
    private readonly UnitRow owner;
    private readonly IReadOnlyList<UnitRow> tree;
    private readonly Pack pack;
    private readonly string place;
    private readonly List<(Regex Short, string Full)> abbreviations;
    private readonly ILookup<string, UnitRow> byName;
    private readonly ILookup<string, UnitRow> byBareName;
    private readonly IReadOnlyList<string> names;
    private readonly IReadOnlyList<string> said;
    private readonly List<(string Words, string Written, UnitKind Kind)> kindNames;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <param name="owner">The unit whose plan it is.</param>
    /// <param name="tree">It and everything under it.</param>
    /// <param name="written">Every name and heading that the plan writes: a number in one ("06 ấp") tells how many there are, a
    /// list ("Các ấp: Ấp An Hòa, …") how they are called.</param>
    public UnitNaming(UnitRow owner, IReadOnlyList<UnitRow> tree, Pack pack, IEnumerable<string> written)
    {
        (this.owner, this.tree, this.pack) = (owner, tree, pack);
        names = [.. tree.Select(u => u.Name)];
        kindNames =
        [
            .. pack
                .UnitKinds.SelectMany(k => k.Names.Select(n => (Words: DraftUnit.KeyOf(n), Written: n, Kind: k)))
                .OrderByDescending(n => n.Words.Length),
        ];
        place = Regex.Escape(PlaceName(owner));
        abbreviations =
        [
            .. pack.Lexicon.Abbreviations.Select(a =>
                (new Regex($@"\b{Regex.Escape(DraftUnit.KeyOf(a.Key))}\b"), DraftUnit.KeyOf(a.Value))
            ),
        ];
        byName = tree.ToLookup(u => DraftUnit.KeyOf(u.Name));
        byBareName = tree.ToLookup(u => NoPlace(DraftUnit.KeyOf(u.Name)));
        said = [.. written];
        foreach (var name in said.Select(DraftUnit.KeyOf))
        foreach (Match number in Counted().Matches(name))
            if (KindOf(name[(number.Index + number.Length)..]) is { Whole: true } kind)
                counts[kind.Kind.Code] = int.Parse(number.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
    }

    public DraftUnit Row(string written)
    {
        var blank = DraftUnit.Unmatched(written) with { ToCheck = false };
        var (rest, plural) = Split(written);
        if (Same(rest) is { } known)
            return blank with { Choice = UnitChoice.Match, Matched = [known.PublicId], Kind = known.Kind };
        var vague = Vague().IsMatch(blank.Key);
        if (KindOf(rest) is not { } found)
            return Near(blank) ?? blank with { Choice = vague ? UnitChoice.Ignore : UnitChoice.Open, ToCheck = true };
        var (words, name, kind, whole) = found;
        if (Above(rest[words.Length..]))
            return blank with { Choice = UnitChoice.Ignore, Kind = kind.Code };
        if (kind.Means.Count > 0)
            return blank with { Choice = UnitChoice.Group, Kind = kind.Code, ToCheck = !whole };
        var collective = Plural().IsMatch(DraftUnit.KeyOf(name));
        // "Các Cấp ủy": of most kinds a unit has one of its own; of some ("các trường") it has many.
        if (collective || plural && (kind.Territorial || kind.Names.Any(n => Plural().IsMatch(DraftUnit.KeyOf(n)))))
            return All(blank, collective ? kind.Names[0] : name, kind);
        if (Near(blank) is { } near)
            return near;
        // "Mặt trận Tổ quốc và các tổ chức thành viên các cấp": the first is a unit, the whole never was one.
        if (vague)
            return Only(blank, kind, unsure: true);
        var tail = NoPlace(rest[words.Length..]);
        // "Các cơ quan chuyên môn" are several, whatever they are: never one unit of that name.
        if (plural && tail.Length > 0)
            return All(blank, kind.Names[0], kind) with { ToCheck = true };
        return tail.Length == 0 ? Only(blank, kind, !whole) : New(blank, kind, Capital(blank.Name), sure: whole && kind.Territorial);
    }

    /// <summary>
    /// "Công an xã, các đoàn thể và các ấp" is three names; "Trung tâm Văn hóa, Thể thao và Truyền thanh" is one: a name
    /// that is known whole stays whole, and what is not known throughout is left as it is written.
    /// </summary>
    public IReadOnlyList<string> Parts(string written) => Cut(written, Separator(), Covers) ?? [written];

    /// <summary>"Các ấp: Ấp An Hòa, Ấp An Lợi" asks nobody to do anything: a line of names is a heading, not a task.</summary>
    public bool IsOnlyNames(string text) =>
        Cut(text.TrimEnd('.', ';', ':', ' '), Listing(), name => Covers(name) || IsProper(name)) is not null;

    /// <summary>Names of units of one kind as a text lists them: "Các ấp: Ấp An Hòa, ấp An Lợi".</summary>
    /// <param name="kindName">"Ấp".</param>
    public static IReadOnlyList<string> ProperNames(IEnumerable<string> texts, string kindName)
    {
        var names = new Regex(
            $@"(?<!\p{{L}})(?i:{Regex.Escape(kindName)})((?: (?:\p{{Lu}}[\p{{L}}\p{{M}}]*|\d+))+)(?!\p{{L}})",
            RegexOptions.CultureInvariant
        );
        return
        [
            .. texts
                .SelectMany(t => names.Matches(t))
                .Select(m => kindName + string.Join(' ', m.Groups[1].Value.Split(' ').Select(Lowered)))
                .DistinctBy(DraftUnit.KeyOf),
        ];
    }

    private static string Lowered(string word) => word.Length > 1 && word.All(char.IsUpper) ? word[0] + word[1..].ToLowerInvariant() : word;

    private static List<string>? Cut(string written, Regex separators, Func<string, bool> known)
    {
        var cuts = separators.Matches(written);
        var parts = new List<string>();
        for (var start = 0; start < written.Length; )
        {
            var ends = cuts.Where(c => c.Index > start)
                .Select(c => (c.Index, Next: c.Index + c.Length))
                .Append((Index: written.Length, Next: written.Length))
                .Reverse()
                .ToList();
            var end = ends.FirstOrDefault(e => known(written[start..e.Index]));
            if (end.Index == 0)
                return null;
            parts.Add(written[start..end.Index].Trim());
            start = end.Next;
        }
        return parts;
    }

    private bool IsProper(string name) =>
        KindOf(Split(name).Words) is { Whole: true, Kind.Territorial: true } found
        && ProperNames([name], found.Written) is [var whole]
        && DraftUnit.KeyOf(whole) == DraftUnit.KeyOf(name);

    private bool Covers(string name)
    {
        var (rest, _) = Split(name);
        if (Same(rest) is not null)
            return true;
        return KindOf(rest) is { Whole: true } found
            && (NoPlace(rest[found.Words.Length..]).Length == 0 || Above(rest[found.Words.Length..]));
    }

    /// <summary>"Công an" of "Xã Bình Minh" is "Công an xã Bình Minh".</summary>
    public string DefaultName(UnitKind kind) => $"{kind.Names[0]} {char.ToLowerInvariant(owner.Name[0])}{owner.Name[1..]}";

    private DraftUnit All(DraftUnit blank, string kindName, UnitKind kind)
    {
        var present = tree.Where(u => u.Kind == kind.Code && u.Id != owner.Id).ToList();
        var named = kind.Territorial ? ProperNames(said, kind.Names[0]) : [];
        var missing = counts.GetValueOrDefault(kind.Code) - present.Count;
        IReadOnlyList<string> added =
            named.Count > 0
                ? [.. named.Where(n => present.All(u => DraftUnit.KeyOf(u.Name) != DraftUnit.KeyOf(n)))]
                : [.. Enumerable.Range(present.Count + 1, Math.Max(0, missing)).Select(n => $"{kindName} {n}")];
        return blank with
        {
            Choice = UnitChoice.AllOfKind,
            Kind = kind.Code,
            NewNames = added,
            ToCheck = added.Count > 0 || present.Count == 0 || missing > 0,
        };
    }

    private DraftUnit Only(DraftUnit blank, UnitKind kind, bool unsure)
    {
        if (owner.Kind == kind.Code)
            return blank with { Choice = UnitChoice.Match, Matched = [owner.PublicId], Kind = kind.Code, ToCheck = unsure };
        var same = tree.Where(u => u.Kind == kind.Code).ToList();
        if (same.Count == 1)
            return blank with { Choice = UnitChoice.Match, Matched = [same[0].PublicId], Kind = kind.Code, ToCheck = unsure };
        // One of a territorial kind without its own name ("ấp") is any of them.
        if (same.Count > 1 || kind.Territorial)
            return blank with { Choice = UnitChoice.AllOfKind, Kind = kind.Code, ToCheck = true };
        return New(blank, kind, DefaultName(kind), sure: !unsure);
    }

    private static DraftUnit New(DraftUnit blank, UnitKind kind, string name, bool sure) =>
        blank with
        {
            Choice = UnitChoice.Create,
            Kind = kind.Code,
            NewNames = [name],
            ToCheck = !sure,
        };

    // By meaning: abbreviations, leaders for their unit, letters lost by OCR.
    private DraftUnit? Near(DraftUnit blank) =>
        UnitNames.Match(blank.Name, names) is { } match
            ? blank with
            {
                Choice = UnitChoice.Match,
                Matched = [tree[match.Index].PublicId],
                Kind = tree[match.Index].Kind,
                ToCheck = match.Score < 0.9,
            }
            : null;

    private UnitRow? Same(string rest)
    {
        var bare = NoPlace(rest);
        var found = (bare.Length > 0 ? byName[rest].Concat(byBareName[bare]) : byName[rest]).Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private Known? KindOf(string rest)
    {
        foreach (var name in kindNames)
            if (StartsWithWords(rest, name.Words))
                return new(name.Words, name.Written, name.Kind, Whole: true);
            // "… và đoàn thể xã": the plural stands before the first name of the list only.
            else if (Plural().Match(name.Words) is { Success: true } many && StartsWithWords(rest, name.Words[many.Length..]))
                return new(name.Words[many.Length..], name.Written, name.Kind, Whole: true);
        // "Cán bộ, chiến sĩ Công an xã": the kind stands further in, which a person should see.
        foreach (var name in kindNames.Where(n => n.Words.Contains(' ')))
            if ((rest + " ").Contains(" " + name.Words + " ", StringComparison.Ordinal))
                return new(rest, name.Written, name.Kind, Whole: false);
        return null;
    }

    private sealed record Known(string Words, string Written, UnitKind Kind, bool Whole);

    private (string Words, bool Plural) Split(string written)
    {
        var key = abbreviations.Aggregate(DraftUnit.KeyOf(written), (text, a) => a.Short.Replace(text, a.Full));
        var plural = Plural().Match(key);
        return !plural.Success || kindNames.Any(n => StartsWithWords(key, n.Words)) ? (key, false) : (key[plural.Length..], true);
    }

    // A name that stands at a higher level: its task is asked for, not run, by this campaign.
    private bool Above(string tail) =>
        pack.UnitKind(owner.Kind)?.Level switch
        {
            UnitLevel.Commune or UnitLevel.Hamlet => Upper().IsMatch(tail),
            UnitLevel.District => Upper().Match(tail).Value.Trim() is "tinh" or "trung uong",
            _ => tail.Trim() == "trung uong",
        };

    private string NoPlace(string words) =>
        Regex.Replace(words, $@"( tren dia ban)?( cua)?( cap)?( (xa|phuong|thi tran|dac khu|dia phuong|co so))?( {place})?$", "").Trim();

    private static string PlaceName(UnitRow owner) =>
        DraftUnit.KeyOf(owner.Name) is var name && Level().Match(name) is { Success: true } level ? name[level.Length..] : name;

    private static bool StartsWithWords(string text, string words) =>
        text.StartsWith(words, StringComparison.Ordinal) && (text.Length == words.Length || text[words.Length] == ' ');

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\s*[,;]\s*|\s+(và|cùng)\s+")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*[,;:]\s*|\s+(và|cùng)\s+")]
    private static partial Regex Listing();

    [GeneratedRegex(@"\b(cac cap|lien quan|thanh vien)\b")]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(cac |nhung |toan bo |tat ca |\d{1,2} )+")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(\d{1,2}) ")]
    private static partial Regex Counted();

    [GeneratedRegex(@" (thanh pho|huyen|thi xa|(?<!lien )quan|tinh|trung uong|cap tren)\b")]
    private static partial Regex Upper();

    [GeneratedRegex("^(xa|phuong|thi tran|dac khu|huyen|thanh pho|thi xa|quan|tinh) ")]
    private static partial Regex Level();
}
