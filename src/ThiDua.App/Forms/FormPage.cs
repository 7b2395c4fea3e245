using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Shared;

namespace ThiDua.App.Forms;

/// <summary>A page around one form that is written in code: shows it, reads what is sent, says what is wrong under each field.</summary>
public abstract class FormPage(FormReader reader) : PageModel
{
    public FormView View { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors => View.Errors;

    /// <summary>Asked for once the page has found what it is about.</summary>
    protected abstract FormDefinition Form { get; }

    protected PageResult Show(params (string Field, string? Value)[] values)
    {
        View = new(Form, values.Where(v => v.Value is not null).ToDictionary(v => v.Field, v => v.Value!), FormNames.None);
        return Page();
    }

    /// <returns>Null when something is wrong: the view says what, and holds all that was typed.</returns>
    protected FormValues? Read()
    {
        (View, var given) = Read(reader, Form, Request.Form);
        return given;
    }

    /// <summary>The same for a page that is of another family.</summary>
    internal static (FormView View, FormValues? Given) Read(FormReader reader, FormDefinition form, IFormCollection posted)
    {
        var (typed, _) = FormPosts.Read(form, posted);
        var entry = reader.Read(form, typed, FormNames.None, _ => true);
        return (new(form, typed, FormNames.None) { Errors = entry.Errors }, entry.Errors.Count > 0 ? null : new(entry.Values));
    }

    /// <summary>What a handler refused, beside what was typed.</summary>
    protected PageResult Refused(IReadOnlyList<FieldError> errors)
    {
        View = View with { Errors = errors };
        return Page();
    }

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a form that is written in code was filled with.</summary>
public sealed class FormValues(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Null where nothing was typed.</summary>
    public string? this[string field] => values.GetValueOrDefault(field);

    public DateOnly? Day(string field) => DateKind.Day(this[field]);

    public decimal? Number(string field) => FieldKinds.NumberOf(this[field]);
}
