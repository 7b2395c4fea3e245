using ThiDua.App.Data;
using ThiDua.App.Packs;

namespace ThiDua.App.Forms;

/// <summary>One of a few; a file may write the word instead of the code.</summary>
internal sealed class ChoiceKind() : FieldKind(FieldKinds.Choice)
{
    private const int MostRadios = 4;

    public override FieldControl Control(FormField field, FormNames names) =>
        field.Choices.Any(c => c.Group is not null) ? FieldControl.Select
        : field.Choices.Count <= MostRadios || field.Choices.Any(c => c.Help is not null) ? FieldControl.Radios
        : FieldControl.Select;

    public override FieldReading Read(FormField field, string typed, FormNames names) =>
        Find(field, typed) is { } choice ? new(choice.Code) : FieldReading.Wrong("NotAChoice", Labels(field));

    public override string Show(FormField field, string value, FormNames names) =>
        field.Choices.FirstOrDefault(c => c.Code == value)?.Label.Here() ?? value;

    public override string Typed(FormField field, string value, FormNames names) => value;

    public override IReadOnlyList<NamedThing> Options(FormField field, FormNames names) => Things(field);

    // By the Vietnamese word, whoever writes in whatever language.
    public override string SortKey(FormField field, string value, FormNames names) =>
        SearchText.Fold(field.Choices.FirstOrDefault(c => c.Code == value)?.Label.Vi ?? value);

    public static IReadOnlyList<NamedThing> Things(FormField field) =>
        [.. field.Choices.Select(c => new NamedThing(c.Code, c.Label.Here(), c.Help?.Here(), c.Group?.Here()))];

    public static FormChoice? Find(FormField field, string typed)
    {
        var folded = SearchText.Fold(typed);
        return field.Choices.FirstOrDefault(c => c.Code == typed)
            ?? field.Choices.FirstOrDefault(c => SearchText.Fold(c.Label.Vi) == folded || SearchText.Fold(c.Label.En) == folded);
    }

    public static string Labels(FormField field) => string.Join("; ", field.Choices.Select(c => c.Label.Here()));
}

/// <summary>Any of a few; the codes parted by blanks, in the order of the definition.</summary>
internal sealed class ChoicesKind() : FieldKind(FieldKinds.Choices)
{
    private static readonly char[] Between = ['\n', ';'];

    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Checks;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        // Several codes, as they are kept, or labels as a file lists them.
        string[] parts = Codes(typed).All(c => field.Choices.Any(x => x.Code == c))
            ? Codes(typed)
            : typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = parts.Select(p => ChoiceKind.Find(field, p)).ToList();
        return found.Contains(null)
            ? FieldReading.Wrong("NotAChoice", ChoiceKind.Labels(field))
            : new(string.Join(' ', field.Choices.Where(found.Contains).Select(c => c.Code)));
    }

    public override string Show(FormField field, string value, FormNames names) =>
        string.Join("; ", Codes(value).Select(c => field.Choices.FirstOrDefault(x => x.Code == c)?.Label.Here() ?? c));

    public override string Typed(FormField field, string value, FormNames names) => value;

    public override IReadOnlyList<NamedThing> Options(FormField field, FormNames names) => ChoiceKind.Things(field);

    public override string SortKey(FormField field, string value, FormNames names) =>
        SearchText.Fold(string.Join("; ", Codes(value).Select(c => field.Choices.FirstOrDefault(x => x.Code == c)?.Label.Vi ?? c)));

    public static string[] Codes(string value) => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Yes or no: <c>1</c> or <c>0</c>.</summary>
internal sealed class YesNoKind() : FieldKind(FieldKinds.YesNo)
{
    public static readonly IReadOnlyList<FormChoice> Answers = [new("1", new("Có", "Yes")), new("0", new("Không", "No"))];

    public override FieldControl Control(FormField field, FormNames names) => field.Tick ? FieldControl.Tick : FieldControl.Radios;

    public override FieldReading Read(FormField field, string typed, FormNames names) =>
        SearchText.Fold(typed) switch
        {
            "1" or "co" or "yes" or "x" or "true" => new("1"),
            "0" or "khong" or "no" or "false" => new("0"),
            _ => FieldReading.Wrong("NotYesNo"),
        };

    public override string Show(FormField field, string value, FormNames names) =>
        Answers.FirstOrDefault(a => a.Code == value)?.Label.Here() ?? value;

    public override string Typed(FormField field, string value, FormNames names) => value;

    public override string SortKey(FormField field, string value, FormNames names) => value;

    public override IReadOnlyList<NamedThing> Options(FormField field, FormNames names) =>
        [.. Answers.Select(a => new NamedThing(a.Code, a.Label.Here()))];
}
