namespace ThiDua.App.Forms;

/// <summary>A filled form as a browser sends it.</summary>
public static class FormPosts
{
    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>What was typed by field, several choices parted by line ends; and the explanations, by the field that they are about.</summary>
    public static (IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Comments) Read(
        FormDefinition form,
        IFormCollection posted
    ) =>
        (
            form.Fields.ToDictionary(f => f.Code, f => string.Join('\n', posted[f.Code].AsEnumerable())),
            form.Fields.Where(f => posted.ContainsKey(FormEntry.CommentOf(f.Code)))
                .ToDictionary(f => f.Code, f => posted[FormEntry.CommentOf(f.Code)].ToString())
        );
}
