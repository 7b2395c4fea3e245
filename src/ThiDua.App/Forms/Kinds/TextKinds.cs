using System.Text;
using System.Text.RegularExpressions;
using ThiDua.App.Data;
using ThiDua.App.Packs;

namespace ThiDua.App.Forms;

/// <summary>A line, or lines, of text.</summary>
internal sealed class TextKind(string code, FieldControl control, int most) : FieldKind(code)
{
    // A pattern comes from a pack: whoever writes one that never ends holds up one field, not the server.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public override FieldControl Control(FormField field, FormNames names) => control;

    public override FieldReading Read(FormField field, string typed, FormNames names)
    {
        var text =
            control == FieldControl.Line ? NameText.Clean(typed) : typed.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Trim();
        if (text.Length > (field.Most ?? most))
            return FieldReading.Wrong("TooLong", field.Most ?? most);
        return field.Pattern is { } pattern && !Fits(pattern.Expression, text)
            ? FieldReading.Wrong("NotThePattern", pattern.Of.Here())
            : new(text);
    }

    private static bool Fits(string expression, string text)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{expression})$", RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

/// <summary>The address of a page elsewhere.</summary>
internal sealed class LinkKind() : FieldKind(FieldKinds.Link)
{
    private const int Longest = 1000;

    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Line;

    public override FieldReading Read(FormField field, string typed, FormNames names) =>
        typed.Length > Longest ? FieldReading.Wrong("TooLong", Longest)
        : Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0
            ? new(address.AbsoluteUri)
        : FieldReading.Wrong("NotALink");
}

/// <summary>Files that hang on the row: they are no text; their count stands for them where one is asked.</summary>
internal sealed class FilesKind() : FieldKind(FieldKinds.Files)
{
    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Files;

    public override FieldReading Read(FormField field, string typed, FormNames names) => new("");
}
