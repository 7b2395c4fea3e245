namespace ThiDua.Plans.Reading.Units;

/// <summary>Where names of units open: an organ with a capital, a collective name, so many of the lowest units.</summary>
internal sealed class UnitHeads(Lexicon lexicon)
{
    private static readonly Phrases<bool> LowestUnits = Vocabulary.Set("unit-names/lowest-units");
    private static readonly Phrases<bool> Organisations = Vocabulary.Set("unit-names/organisations");
    private static readonly Phrases<bool> OfSomething = Vocabulary.Set("unit-names/of-something");

    /// <summary>A unit's name opens at this word: its first words, and whether it is a group.</summary>
    public bool At(Words words, int at, out int length, out bool collective)
    {
        length = ManyOf(words, at);
        collective = length > 0;
        if (collective)
            return true;
        length = One(words, at);
        var group = lexicon.Groups.Match(words, at, out _);
        if (group <= length && length == 0)
            group = AllOf(words, at);
        if (group > length)
            (length, collective) = (group, true);
        return length > 0
            && lexicon.NotUnits.Match(words, at, out _) <= length
            && (lexicon.VerbAt(words, at) <= length || OrganisationNoun(words, at));
    }

    private int ManyOf(Words words, int at) =>
        !words.IsNumber(at) ? 0
        : GroupOfNumber(words, at) is > 0 and var lowest ? lowest
        : Several(words, at);

    private int One(Words words, int at)
    {
        var length = 0;
        if (words.Capital(at) && lexicon.Organs.Match(words, at, out var organ) is > 0 and var known && Written(words, at, known, organ))
            length = known;
        if (length == 0)
            length = Small(words, at);
        if (length == 1 && !NamedNext(words, at))
            return 0;
        // "Thanh tra tỉnh" is an office, "Thanh tra việc …" an act; "Cơ quan" and "Thường trực" are of something.
        return
            length == 2
            && (lexicon.VerbAt(words, at) == 2 || OfSomething.Match(words, at, out _) > 0)
            && !NamedNext(words, at + 1)
            && !InCapitals(words, at, 2)
            ? 0
            : length;
    }

    // "các Ủy ban của Quốc hội", "các Đoàn đại biểu": all of a kind.
    private int AllOf(Words words, int at) =>
        words.Is(at, "cac")
        && words.Capital(at + 1)
        && words.Touches(at)
        && lexicon.Organs.Match(words, at + 1, out var kind) is > 0 and var several
        && Written(words, at + 1, several, kind)
            ? several + 1
            : 0;

    private static readonly Phrases<string> Kinds = Vocabulary.Named("unit-names/small-kinds");
    private static readonly Phrases<bool> BeforeKind = Vocabulary.Set("unit-names/before-small-kinds");

    // "Giao phòng Văn hóa và Thông tin", "các trường THPT, trung tâm GDTX": a kind of office in small letters, with the name behind it.
    private static int Small(Words words, int at) =>
        !words.Capital(at)
        && Kinds.Match(words, at, out var kind) is > 0 and var length
        && words.Capital(at + length)
        && words.Touches(at + length - 1)
        && words.Spelled(at, kind.Split(' ')[0])
        && (at == 0 || !words.Touches(at - 1) || BeforeKind.MatchEnding(words, at - 1, out _) > 0)
            ? length
            : 0;

    // "Phòng Tư pháp", "Đoàn xã", but not "Phòng ngừa", "Đoàn kết": one word alone opens a name only before another of its kind.
    private bool NamedNext(Words words, int at) =>
        words.Touches(at) && (words.Capital(at + 1) || lexicon.GoesOnAt(words, at + 1) > 0)
        || words[at].Length > 3 && InCapitals(words, at, 1);

    private bool Written(Words words, int at, int length, Lexicon.Organ organ) =>
        organ.Abbreviated
            ? InCapitals(words, at, length) && (organ.Short is null || Unmarked(words.Slice(at, at + length - 1), organ.Short))
            : organ.Short is null || lexicon.IsAlone(words.Slice(at, at), organ.Short);

    // "ĐU" is Đảng ủy, "DU" too where marks were lost, but "DỰ" is a word of a heading in capitals.
    private static bool Unmarked(string read, string meant)
    {
        if (read.Length != meant.Length)
            return true;
        for (var i = 0; i < read.Length; i++)
            if (!char.IsAscii(read[i]) && read[i] != meant[i] && read[i] is not 'Ð')
                return false;
        return true;
    }

    // "6 ấp", "17 thôn": as many units of the lowest level.
    public static int GroupOfNumber(Words words, int at) => words.Touches(at) && LowestUnits.Match(words, at + 1, out _) > 0 ? 2 : 0;

    // "13 Cục Thuế", "22 GVCN": as many of a kind.
    private int Several(Words words, int at) =>
        words.Touches(at)
        && words.Capital(at + 1)
        && lexicon.Organs.Match(words, at + 1, out var organ) is > 0 and var length
        && Written(words, at + 1, length, organ)
            ? length + 1
            : 0;

    private static bool InCapitals(Words words, int at, int count)
    {
        for (var i = words.Start(at); i < words.End(at + count - 1); i++)
            if (char.IsLower(words.Text[i]))
                return false;
        return true;
    }

    public bool StartsAt(Words words, int at) => At(words, at, out _, out _);

    /// <summary>What a unit does stands at this word: it ends the unit's name.</summary>
    public bool IsVerb(Words words, int at) =>
        at < words.Count
        && !words.Capital(at)
        && lexicon.VerbAt(words, at) > 0
        && !OrganisationNoun(words, at)
        && !(words.Is(at, "cu") && words.Is(at + 1, "tri"));

    // "tổ chức" is a noun before these, and a verb else.
    private static bool OrganisationNoun(Words words, int at) =>
        Organisations.Match(words, at, out _) is > 0 and var length && !(words.Is(at + length - 1, "hoi") && words.Is(at + length, "nghi"));
}
