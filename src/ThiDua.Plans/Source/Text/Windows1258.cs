using System.Text;

namespace ThiDua.Plans.Source.Text;

/// <summary>Windows-1258: Latin-1 with Vietnamese letters in some places and the five tones as combining marks after their vowel.</summary>
internal static class Windows1258
{
    /// <summary>Text whose characters are the codes, as Windows-1252 shows them; the result is not composed.</summary>
    public static string Decode(string codes)
    {
        var sb = new StringBuilder(codes.Length);
        foreach (var c in codes)
        {
            sb.Append(
                c switch
                {
                    'Ã' => 'Ă',
                    'ã' => 'ă',
                    'Ì' => '\u0300',
                    'Ð' => 'Đ',
                    'ð' => 'đ',
                    'Ò' => '\u0309',
                    'Õ' => 'Ơ',
                    'õ' => 'ơ',
                    'Ý' => 'Ư',
                    'ý' => 'ư',
                    'Þ' => '\u0303',
                    'ì' => '\u0301',
                    'ò' => '\u0323',
                    'þ' => '₫',
                    _ => c,
                }
            );
        }
        return sb.ToString();
    }
}
