namespace ThiDua.App.Packs.Reading;

/// <summary>All that was read, with its places, before the checks across definitions.</summary>
internal sealed class PackDraft
{
    public required MapReader? Info { get; init; }
    public required IReadOnlyList<Placed<UnitKind>> UnitKinds { get; init; }
    public required IReadOnlyList<Placed<Manner>> Manners { get; init; }
    public required IReadOnlyList<Placed<IndicatorGroup>> Groups { get; init; }
    public required IReadOnlyList<Placed<PackIndicator>> Indicators { get; init; }
    public required IReadOnlyList<Placed<PackRole>> Roles { get; init; }
    public required IReadOnlyList<Placed<FlowDefinition>> Flows { get; init; }
    public required IReadOnlyList<RegisterDraft> Registers { get; init; }
    public required IReadOnlyList<Placed<PackCalendar>> Calendars { get; init; }
    public required IReadOnlyList<Placed<DeadlineRule>> Deadlines { get; init; }
    public required IReadOnlyList<Placed<Holiday>> Holidays { get; init; }
    public required PackLexicon Lexicon { get; init; }
    public required PackHead Head { get; init; }

    /// <summary>Texts that print what was counted.</summary>
    public required IReadOnlyList<PackText> Templates { get; init; }

    public static PackDraft Read(PackFiles files, IReadOnlyList<OwnDefinition> own)
    {
        var info = files.Root("pack.yaml");
        var units = files.Root("units.yaml");
        var indicators = files.Root("indicators.yaml");
        var deadlines = files.Root("deadlines.yaml");
        var holidays = files.Root("holidays.yaml");
        var lexicon = files.Root("lexicon.yaml");
        var roles = files.RootIfThere("roles.yaml");
        var draft = new PackDraft
        {
            Info = info,
            Head = PackHead.Read(info),
            UnitKinds = All(units, "units", UnitKindReader.Read),
            Manners = units?.Maps("manners", m => new Placed<Manner>(UnitKindReader.ReadManner(m), m), required: false) ?? [],
            Groups = All(indicators, "groups", m => new IndicatorGroup(m.Code("code"), m.Local("name"))),
            Indicators = [.. All(indicators, "indicators", IndicatorReader.Read), .. own.SelectMany(o => Own(files, o))],
            Roles = All(roles, "roles", RoleReader.Read),
            Flows = [.. files.In("flows").Select(files.Root).OfType<MapReader>().Select(m => One(m, FlowReader.Read))],
            Registers = [.. files.In("registers", required: false).Select(files.Root).OfType<MapReader>().Select(RegisterReader.Read)],
            Calendars = All(deadlines, "calendars", DeadlineReader.ReadCalendar),
            Deadlines = All(deadlines, "deadlines", DeadlineReader.ReadRule),
            Holidays = All(holidays, "holidays", DeadlineReader.ReadHoliday),
            Lexicon = LexiconReader.Read(lexicon),
            Templates = files.Texts("reports"),
        };
        foreach (var root in new[] { info, units, indicators, deadlines, holidays, lexicon, roles })
        {
            root?.Done();
        }
        return draft;
    }

    private static IReadOnlyList<Placed<PackIndicator>> Own(PackFiles files, OwnDefinition own)
    {
        var root = files.Root(own.Name, System.Text.Encoding.UTF8.GetBytes(own.Text));
        var all = All(root, "indicators", m => IndicatorReader.Read(m) with { Owner = own.Unit });
        root?.Done();
        return all;
    }

    private static Placed<T> One<T>(MapReader root, Func<MapReader, T> read)
        where T : class
    {
        var value = read(root);
        root.Done();
        return new(value, root);
    }

    private static IReadOnlyList<Placed<T>> All<T>(MapReader? root, string key, Func<MapReader, T> read)
        where T : class => root?.Maps(key, m => new Placed<T>(read(m), m)) ?? [];
}

/// <summary>A text of the pack that is no definition: a template of a paper.</summary>
internal sealed record PackText(string File, string Text, ErrorList Errors)
{
    /// <summary>Its own words by line, without its head and without what is filled in.</summary>
    public IEnumerable<(int Number, string Line)> Lines()
    {
        const string head = "---";
        var (inHead, number) = (false, 0);
        foreach (var line in Text.Split('\n'))
        {
            number++;
            if (line.TrimEnd() == head && (inHead || number == 1))
                inHead = !inHead;
            else if (!inHead)
                yield return (number, System.Text.RegularExpressions.Regex.Replace(line, @"\{[{%].*?[%}]\}", " , "));
        }
    }
}

/// <summary>What pack.yaml says.</summary>
internal sealed record PackHead(
    string Code,
    string Version,
    LocalText Name,
    LocalText Movement,
    string Color,
    IReadOnlyList<string> UnitKinds
)
{
    public static PackHead Read(MapReader? info) =>
        info is null
            ? new("", "", new("", ""), new("", ""), "", [])
            : new(
                info.Code("code"),
                info.String("version"),
                info.Local("name"),
                info.Local("movement"),
                info.String("color"),
                info.Codes("unitKinds", required: true)
            );
}
