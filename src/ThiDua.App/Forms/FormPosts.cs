using ThiDua.App.Files;
using ThiDua.App.Maps;
using ThiDua.App.Shared;

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
            form.Fields.ToDictionary(f => f.Code, f => ShapeIn(f, posted) ?? string.Join('\n', posted[f.Code].AsEnumerable())),
            form.Fields.Where(f => posted.ContainsKey(FormEntry.CommentOf(f.Code)))
                .ToDictionary(f => f.Code, f => posted[FormEntry.CommentOf(f.Code)].ToString())
        );

    /// <summary>The entry for a shape's file: an empty one is sent as an empty text, which is not the field's own.</summary>
    public static string FileOf(string field) => $"file.{field}";

    /// <summary>A file of a shape is read at once, in the place of what was typed; what is too long is refused by its length.</summary>
    private static string? ShapeIn(FormField field, IFormCollection posted)
    {
        if (field.Kind != FieldKinds.Shape || posted.Files.GetFile(FileOf(field.Code)) is not { Length: > 0 } file)
            return null;
        using var reader = new StreamReader(file.OpenReadStream());
        var text = new char[ShapeText.Longest + 1];
        var read = new string(text, 0, reader.ReadBlock(text));
        return TextRules.IsClean(read) ? read : "?";
    }

    /// <summary>The files of its fields of kind files, in the order in which they were chosen.</summary>
    public static IReadOnlyList<(string Field, NewFile File)> Files(FormDefinition form, IFormCollection posted) =>
        [
            .. from file in posted.Files
            where file.Length > 0 && form.Field(file.Name)?.Kind == FieldKinds.Files
            select (file.Name, new NewFile(file.FileName, file.OpenReadStream())),
        ];
}
