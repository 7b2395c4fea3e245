using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs.Privacy;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>
/// A campaign counts what was done; it watches nobody. Refuses definitions that ask for a person's religion, ethnicity,
/// opinions, health or family, that ask who somebody is, or that list suspects; and sees to it that counts of crime are protected
/// where they are small. The words stand in <c>Privacy/vocabulary.txt</c>, what they mean together in <see cref="PrivacyJudge"/>.
/// </summary>
internal static class VocabularyCheck
{
    private static readonly Counted[] NotPeople =
    [
        Counted.Model,
        Counted.Group,
        Counted.Organisation,
        Counted.Session,
        Counted.Publication,
        Counted.Document,
        Counted.Visit,
        Counted.Money,
        Counted.Team,
        Counted.Unit,
    ];

    private static readonly string[] Protected = ["pham toi", "toi pham", "tai pham", "truy na", "an hinh su", "vi pham phap luat"];

    public static void Run(PackDraft draft)
    {
        var byCode = draft
            .Indicators.GroupBy(i => i.Value.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        foreach (var indicator in draft.Indicators)
            Indicator(indicator, byCode);
        foreach (var group in draft.Groups)
            Refuse(group, "name", group.Value.Name, new(TextPlace.Title, People: true, Number: true));
        foreach (var register in draft.Registers)
            RegisterVocabulary.Run(register);
        foreach (var flow in draft.Flows)
            Flow(flow);
        foreach (var role in draft.Roles)
        {
            Refuse(role, "label", role.Value.Label, new(TextPlace.Label));
            Refuse(role, "help", role.Value.Help, new(TextPlace.Help));
        }
        foreach (var template in draft.Templates)
            Template(template);
    }

    public static void Refuse<T>(Placed<T> at, string key, LocalText? text, AskedAs asked)
    {
        if (text is not null && PrivacyJudge.Of(text, asked) is { } found)
            Tell(at, key, found);
    }

    public static void Tell<T>(Placed<T> at, string key, Finding found)
    {
        var why = BreachWords.Why(found.Breach);
        at.Add(
            key,
            $"\"{Wording.Cut(found.Words)}\": bộ mẫu không được {why.Vi}.",
            $"\"{Wording.Cut(found.Words)}\": a pack never {why.En}.",
            BreachWords.Right(found.Breach)
        );
    }

    private static void Flow(Placed<FlowDefinition> flow)
    {
        Refuse(flow, "label", flow.Value.Label, new(TextPlace.Label));
        foreach (var (at, state) in flow.Value.States.Index())
        {
            Refuse(flow, $"states[{at}]", state.Label, new(TextPlace.Label));
            Refuse(flow, $"states[{at}]", state.Asked, new(TextPlace.Label));
        }
        foreach (var (at, act) in flow.Value.Acts.Index())
        {
            Refuse(flow, $"acts[{at}]", act.Label, new(TextPlace.Label));
            Refuse(flow, $"acts[{at}]", act.Asked, new(TextPlace.Label));
        }
    }

    private static void Indicator(Placed<PackIndicator> one, Dictionary<string, PackIndicator> byCode)
    {
        var i = one.Value;
        var people = CountsPeople(i, byCode);
        Refuse(one, "name", i.Name, new(TextPlace.Title, people, Number: true));
        Refuse(one, "unit", i.Measure, new(TextPlace.Title, people, Number: true));
        Refuse(one, "help", i.Help, new(TextPlace.Help, people, Number: true));
        for (var n = 0; n < i.Words.Count; n++)
            Refuse(one, $"words[{n}]", new(i.Words[n], ""), new(TextPlace.Words, people, Number: true));
        for (var n = 0; n < i.Needs.Count; n++)
            Refuse(one, $"needs[{n}]", new(i.Needs[n], ""), new(TextPlace.Words, people, Number: true));
        if (!i.Sensitive && i.Counts is Counted.Case or Counted.Person && Protected.Any(SearchText.Fold(i.Name.Vi).Contains))
            one.Add(
                "sensitive",
                "Số vụ phạm tội, tái phạm, truy nã phải được bảo vệ khi số nhỏ.",
                "Counts of crime, re-offending or wanted persons are protected where they are small.",
                new("sensitive: true", "sensitive: true")
            );
    }

    /// <summary>A report's words of its own; what is filled in is checked where it is defined.</summary>
    private static void Template(PackText template)
    {
        foreach (var (number, line) in template.Lines())
            if (PrivacyJudge.Of(new(line, ""), new(TextPlace.Words, Number: true)) is { } found)
            {
                var why = BreachWords.Why(found.Breach);
                template.Errors.Add(
                    new PackError(
                        template.File,
                        number,
                        1,
                        "",
                        new(
                            $"\"{Wording.Cut(found.Words)}\": bộ mẫu không được {why.Vi}.",
                            $"\"{Wording.Cut(found.Words)}\": a pack never {why.En}."
                        ),
                        BreachWords.Right(found.Breach)
                    )
                );
            }
    }

    /// <summary>A derived figure is about people when any of its parts is; what counts nothing (yes/no, score) is about a unit.</summary>
    private static bool CountsPeople(PackIndicator i, Dictionary<string, PackIndicator> byCode) =>
        i.Derived
            ? IndicatorChecks.Links(i).Any(l => byCode.TryGetValue(l.Code, out var part) && !part.Derived && CountsPeople(part, byCode))
            : i.Counts is { } counts && !NotPeople.Contains(counts);
}
