using SkiaSharp;

namespace ThiDua.App.Features.Progress.Picture;

/// <summary>Fonts of the machine that have every Vietnamese letter; none is shipped, so there may be none.</summary>
internal static class CardFonts
{
    private const string Letters = "ăâđêôơưẾệỮộĐẵỹọ";

    private static readonly (string Regular, string Bold)[] Known =
    [
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        ("Roboto-Regular.ttf", "Roboto-Bold.ttf"),
        ("segoeui.ttf", "segoeuib.ttf"),
        ("arial.ttf", "arialbd.ttf"),
        ("Arial.ttf", "Arial Bold.ttf"),
    ];

    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold)?> Found = new(Find);

    /// <summary>Null where the machine has none: then there is no picture.</summary>
    public static (SKTypeface Regular, SKTypeface Bold)? Here => Found.Value;

    private static (SKTypeface Regular, SKTypeface Bold)? Find()
    {
        var files = Folders().SelectMany(Files).ToLookup(f => Path.GetFileName(f), StringComparer.Ordinal);
        return (
            from pair in Known
            let regular = Face(files[pair.Regular].FirstOrDefault())
            let bold = Face(files[pair.Bold].FirstOrDefault())
            where regular is not null
            select ((SKTypeface Regular, SKTypeface Bold)?)(regular, bold ?? regular)
        ).FirstOrDefault();
    }

    private static SKTypeface? Face(string? file) =>
        file is not null && SKTypeface.FromFile(file) is { } face && face.GetGlyphs(Letters).All(g => g != 0) ? face : null;

    private static IEnumerable<string> Folders() =>
        [
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        ];

    private static IEnumerable<string> Files(string folder) =>
        folder.Length > 0 && Directory.Exists(folder)
            ? Directory.EnumerateFiles(
                folder,
                "*.ttf",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    IgnoreInaccessible = true,
                    MaxRecursionDepth = 6,
                }
            )
            : [];
}
