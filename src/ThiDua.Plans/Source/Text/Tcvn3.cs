using System.Text;

namespace ThiDua.Plans.Source.Text;

/// <summary>
/// TCVN 5712:1993 VN3, called ABC: one byte a Vietnamese letter, in the place of Latin-1 signs; used by the ".Vn" fonts until about 2005.
/// </summary>
internal static class Tcvn3
{
    // Codes A1 to FE in order; a blank where the code is not used.
    private const string Table =
        "ĂÂÊÔƠƯĐăâêôơưđ"
        + "      "
        + "àảãáạ"
        + " "
        + "ằẳẵắ"
        + "       "
        + "ặầẩẫấậè"
        + " "
        + "ẻẽéẹềểễếệìỉ"
        + "   "
        + "ĩíịò"
        + " "
        + "ỏõóọồổỗốộờởỡớợù"
        + " "
        + "ủũúụừửữứựỳỷỹýỵ";

    /// <summary>The letter of a code, 0 where it is none of TCVN3.</summary>
    public static char Letter(char code) =>
        code is >= '\u00A1' and <= '\u00FE' && Table[code - 0xA1] is var letter and not ' ' ? letter : '\0';

    /// <summary>Text whose characters are the codes, as Latin-1 or Windows-1252 shows them.</summary>
    public static string Decode(string codes)
    {
        var sb = new StringBuilder(codes.Length);
        foreach (var c in codes)
        {
            sb.Append(Letter(c) is var letter and not '\0' ? letter : c);
        }
        return sb.ToString();
    }
}
