using ThiDua.App.Forms;
using ThiDua.App.Packs.Privacy;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>What a register asks, and the answers that it offers.</summary>
internal static class RegisterVocabulary
{
    public static void Run(RegisterDraft draft)
    {
        var (at, register) = (draft.Register, draft.Register.Value);
        var people = PrivacyJudge.Head(register.Row) is Topic.People or Topic.Bearers or Topic.Subjects;
        VocabularyCheck.Refuse(at, "title", register.Title, new(TextPlace.Title));
        VocabularyCheck.Refuse(at, "row", register.Row, new(TextPlace.Title));
        VocabularyCheck.Refuse(at, "help", register.Help, new(TextPlace.Help, people));
        VocabularyCheck.Refuse(at, "purpose", register.Purpose, new(TextPlace.Words, people));
        foreach (var (n, part) in register.Form.Parts.Index())
        {
            VocabularyCheck.Refuse(at, $"parts[{n}]", part.Title, new(TextPlace.Title));
            VocabularyCheck.Refuse(at, $"parts[{n}]", part.Help, new(TextPlace.Help, people));
        }
        foreach (var field in draft.Fields)
            Field(field, people);
        foreach (var drawn in draft.Drawn)
            VocabularyCheck.Refuse(drawn, "label", drawn.Value.Label, new(TextPlace.Label, people, Choice: true));
    }

    private static void Field(Placed<FormField> at, bool people)
    {
        var field = at.Value;
        var number = field.Kind is FieldKinds.Number or FieldKinds.Money;
        VocabularyCheck.Refuse(
            at,
            "label",
            field.Label,
            new(TextPlace.Label, people)
            {
                Number = number,
                Free = field.Kind is FieldKinds.Text or FieldKinds.LongText,
                Member = field.Kind == FieldKinds.Member,
            }
        );
        VocabularyCheck.Refuse(at, "help", field.Help, new(TextPlace.Help, people, Number: number));
        VocabularyCheck.Refuse(at, "unit", field.Unit, new(TextPlace.Label, people, Number: true));
        VocabularyCheck.Refuse(at, "pattern", field.Pattern?.Of, new(TextPlace.Label, people));
        Choices(at, people);
    }

    private static void Choices(Placed<FormField> at, bool people)
    {
        var head = PrivacyJudge.Head(at.Value.Label);
        var asked = new AskedAs(TextPlace.Label, people || head == Topic.People, Work: head == Topic.Work, Choice: true);
        foreach (var (n, choice) in at.Value.Choices.Index())
        {
            VocabularyCheck.Refuse(at, $"choices[{n}]", choice.Label, asked);
            VocabularyCheck.Refuse(at, $"choices[{n}]", choice.Help, asked with { Place = TextPlace.Help });
        }
        var peoples = at.Value.Choices.Where(c => PrivacyJudge.IsPeople(c.Label)).ToList();
        // "Hoa" alone is flowers.
        if (!asked.Work && (peoples.Count > 1 || peoples is [{ Label.Vi: not "Hoa" }]))
            VocabularyCheck.Tell(at, "choices", new(Breach.OwnTrait, peoples[0].Label.Vi));
    }
}
