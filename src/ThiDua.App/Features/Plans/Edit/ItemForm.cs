using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <summary>The form of one target or task.</summary>
public abstract class ItemForm(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    MergeItems merge,
    FormReader reader,
    IStringLocalizer<Text> text
) : ItemPage(db, viewer, clock, packs, merge, text)
{
    public FormView View { get; private set; } = null!;

    /// <summary>The version that was on the screen; 0 for a new one.</summary>
    public int Version { get; private set; }

    protected abstract FormDefinition Form { get; }

    /// <summary>What the form holds at first.</summary>
    protected abstract IEnumerable<(string Field, string? Value)> Values { get; }

    /// <summary>The fields that targets and tasks have in common.</summary>
    protected IReadOnlyList<FormField> Common(FormWords words)
    {
        var every = ItemValidator<SaveTaskInput>.Recurrences.Select(e => words.Option(e, $"Every.{e}"));
        FormField[] fields =
        [
            words.Day(nameof(ItemInput.DueDate), "DueDate"),
            words.Choice(nameof(ItemInput.Every), "Recurs", every, none: "RecursNot"),
            words.Line(nameof(ItemInput.Section), "Section", "SectionHelp", most: 40),
        ];
        return IsNew ? [.. fields, words.Number(nameof(ItemInput.Line), "LineLabel", "LineHelp", min: 1)] : fields;
    }

    protected static IEnumerable<(string Field, string? Value)> ValuesOf(DraftItem item) =>
        [
            (nameof(ItemInput.Text), item.Text),
            (nameof(ItemInput.DueDate), FormPage.Day(item.DueDate)),
            (nameof(ItemInput.Every), item.Every),
            (nameof(ItemInput.Section), item.Section),
        ];

    /// <summary>The fields in common, as typed.</summary>
    protected T Typed<T>(FormValues given, int version)
        where T : ItemInput, new() =>
        new()
        {
            Draft = Id,
            Item = Item,
            Version = version,
            Text = given[nameof(ItemInput.Text)],
            Section = given[nameof(ItemInput.Section)],
            DueDate = given.Day(nameof(ItemInput.DueDate)),
            Every = given[nameof(ItemInput.Every)],
            Line = (int?)given.Number(nameof(ItemInput.Line)),
        };

    protected override void Begin()
    {
        Version = Kept?.Version ?? 0;
        View = new(Form, Values.Where(v => v.Value is not null).ToDictionary(v => v.Field, v => v.Value!), FormNames.None);
    }

    /// <summary>Reads the form, checks it and has it saved; what is refused stands under its field, beside all that was typed.</summary>
    protected async Task<IActionResult> Save<T>(
        int version,
        Func<FormValues, T> input,
        IValidator<T> validator,
        Func<T, CancellationToken, Task<Outcome>> save,
        CancellationToken cancellationToken
    )
    {
        Version = version;
        if (!await Load(cancellationToken))
            return NotFound();
        (View, var given) = FormPage.Read(reader, Form, Request.Form);
        if (given is null)
            return Refused(View.Errors);
        var typed = input(given);
        if ((await validator.ValidateAsync(typed, cancellationToken)).FieldErrors() is { Count: > 0 } errors)
            return Refused(errors);
        var outcome = await save(typed, cancellationToken);
        if (outcome.Ok)
            return await Back(cancellationToken);
        return outcome.Missing || !await LoadAfresh(cancellationToken) ? NotFound() : Refused(outcome.Errors);
    }

    private PageResult Refused(IReadOnlyList<FieldError> errors)
    {
        (Errors, View) = (errors, View with { Errors = errors });
        return Page();
    }
}
