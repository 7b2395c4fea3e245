using ThiDua.App.Files;

namespace ThiDua.App.Forms;

/// <summary>A filled form as a browser sends it.</summary>
public static class FormPosts
{
    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>
    /// What was typed by field, several choices parted by line ends; and the explanations, by the field that they are about.
    /// </summary>
    public static (IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Comments) Read(
        FormDefinition form,
        IFormCollection posted
    ) =>
        (
            form.Fields.ToDictionary(f => f.Code, f => string.Join('\n', posted[f.Code].AsEnumerable())),
            form.Fields.Where(f => posted.ContainsKey(FormEntry.CommentOf(f.Code)))
                .ToDictionary(f => f.Code, f => posted[FormEntry.CommentOf(f.Code)].ToString())
        );

    /// <summary>The files of its fields of kind files, in the order in which they were chosen.</summary>
    public static IReadOnlyList<(string Field, NewFile File)> Files(FormDefinition form, IFormCollection posted) =>
        [
            .. from file in posted.Files
            where file.Length > 0 && form.Field(file.Name)?.Kind == FieldKinds.Files
            select (file.Name, new NewFile(file.FileName, file.OpenReadStream())),
        ];
}
