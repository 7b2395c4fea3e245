using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// Heads of binary Netpbm pictures (PPM, PGM) of 8 bits a sample, as pdftoppm writes them: fields with one blank behind each.
/// </summary>
internal static class Netpbm
{
    /// <summary>A sample below this is ink.</summary>
    public const byte Dark = 160;

    public static (int Width, int Height)? Head(Stream from, string kind) =>
        Field(from) == kind && Number(from, out var width) && Number(from, out var height) && Field(from) == "255" ? (width, height) : null;

    private static bool Number(Stream from, out int value) =>
        int.TryParse(Field(from), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;

    private static string Field(Stream from)
    {
        var field = new StringBuilder();
        while (from.ReadByte() is >= 0 and var read && !char.IsWhiteSpace((char)read) && field.Length < 10)
            field.Append((char)read);
        return field.ToString();
    }
}
