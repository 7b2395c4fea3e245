using System.Text;

namespace ThiDua.Plans.Source.Text;

/// <summary>
/// VNI-Windows: a plain letter followed by a code for its mark ("aù" is á), in the place of Latin-1 signs; used in the south until about
/// 2005.
/// </summary>
internal static class VniWindows
{
    private const string Tones = "ùøûõï";
    private const string HatTones = "áàåãä";
    private const string BreveTones = "éèúüë";

    /// <summary>Text whose characters are the codes, as Windows-1252 shows them.</summary>
    public static string Decode(string codes)
    {
        var sb = new StringBuilder(codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            if (i + 1 < codes.Length && Pair(codes[i], codes[i + 1]) is var letter and not '\0')
            {
                sb.Append(letter);
                i++;
                continue;
            }
            sb.Append(Single(codes[i]) is var single and not '\0' ? single : codes[i]);
        }
        return sb.ToString();
    }

    public static char Pair(char letter, char mark)
    {
        if (!char.IsAscii(letter) && letter is not ('ô' or 'Ô' or 'ö' or 'Ö') || mark < '\u00C0')
        {
            return '\0';
        }
        var lower = char.ToLowerInvariant(letter);
        var lowerMark = char.ToLowerInvariant(mark);
        var found = Vowel(lower, lowerMark);
        // A capital vowel with a small mark ("Chuû" typed with one shift) still is a capital.
        return found == '\0' ? found
            : char.IsUpper(letter) ? char.ToUpperInvariant(found)
            : found;
    }

    private static char Vowel(char letter, char mark)
    {
        var plain = letter switch
        {
            'a' => "áàảãạ",
            'e' => "éèẻẽẹ",
            'o' => "óòỏõọ",
            'u' => "úùủũụ",
            'y' => "ýỳỷỹỵ",
            'ô' => "ớờởỡợ",
            'ö' => "ứừửữự",
            _ => "",
        };
        if (plain.Length > 0 && Tones.IndexOf(mark) is var tone and >= 0)
        {
            return plain[tone];
        }
        var hat = letter switch
        {
            'a' => "ấầẩẫậ",
            'e' => "ếềểễệ",
            'o' => "ốồổỗộ",
            _ => "",
        };
        if (hat.Length > 0 && (HatTones.IndexOf(mark) is var hatTone and >= 0))
        {
            return hat[hatTone];
        }
        if (letter == 'a' && BreveTones.IndexOf(mark) is var breve and >= 0)
        {
            return "ắằẳẵặ"[breve];
        }
        return (letter, mark) switch
        {
            ('a', 'â') => 'â',
            ('a', 'ê') => 'ă',
            ('e', 'â') => 'ê',
            ('o', 'â') => 'ô',
            _ => '\0',
        };
    }

    public static char Single(char code) =>
        code switch
        {
            'ñ' => 'đ',
            'Ñ' => 'Đ',
            'ô' => 'ơ',
            'Ô' => 'Ơ',
            'ö' => 'ư',
            'Ö' => 'Ư',
            'æ' => 'ỉ',
            'Æ' => 'Ỉ',
            'ó' => 'ĩ',
            'Ó' => 'Ĩ',
            'ò' => 'ị',
            'Ò' => 'Ị',
            'î' => 'ỵ',
            'Î' => 'Ỵ',
            'í' or 'Í' or 'ì' or 'Ì' => code,
            _ => '\0',
        };
}
