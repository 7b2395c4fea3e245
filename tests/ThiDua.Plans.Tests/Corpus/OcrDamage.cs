using System.Text;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>
/// Damages letters the way OCR does: another mark, a like shape, now and then none at all. Figures are left, for nothing
/// could tell a wrong one.
/// </summary>
internal static class OcrDamage
{
    private static readonly string[] Marks =
    [
        "aáàảãạăắằẳẵặâấầẩẫậ",
        "eéèẻẽẹêếềểễệ",
        "iíìỉĩị",
        "oóòỏõọôốồổỗộơớờởỡợ",
        "uúùủũụưứừửữự",
        "yýỳỷỹỵ",
        "dđ",
        "AÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬ",
        "EÉÈẺẼẸÊẾỀỂỄỆ",
        "IÍÌỈĨỊ",
        "OÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢ",
        "UÚÙỦŨỤƯỨỪỬỮỰ",
        "YÝỲỶỸỴ",
        "DĐ",
    ];

    private static readonly Dictionary<char, string> Near = Marks.SelectMany(m => m.Select(c => (c, m))).ToDictionary(x => x.c, x => x.m);
    private static readonly Dictionary<char, string> Shapes = new()
    {
        ['l'] = "1I",
        ['I'] = "l",
        ['n'] = "h",
        ['h'] = "b",
        ['c'] = "e",
        ['e'] = "c",
        ['g'] = "q",
        ['t'] = "l",
    };

    public static string Of(string text, double rate, int seed)
    {
        var random = new Random(seed);
        var damaged = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsLetter(c) || random.NextDouble() >= rate)
            {
                damaged.Append(c);
                continue;
            }
            if (Near.TryGetValue(c, out var marks) && random.NextDouble() < 0.7)
                damaged.Append(marks[random.Next(marks.Length)]);
            else if (Shapes.TryGetValue(c, out var shapes))
                damaged.Append(shapes[random.Next(shapes.Length)]);
            else if (random.NextDouble() >= 0.3)
                damaged.Append(c);
        }
        return damaged.ToString();
    }

    /// <summary>
    /// A whole page as it comes from a scanner: lines as wide as the page, letters damaged as above, "l" for 1 and "O" for
    /// 0, blanks lost or made up.
    /// </summary>
    public static string Scanned(string text, double rate, int seed)
    {
        var random = new Random(seed);
        var page = new StringBuilder(text.Length);
        foreach (var c in Of(Wrapped(text), rate, seed))
        {
            if (char.IsLetter(c) || c == '\n' || random.NextDouble() >= rate)
                page.Append(c);
            else if (c is '1' or '0')
                page.Append(c == '1' ? 'l' : 'O');
            else if (c == ' ')
                page.Append(random.NextDouble() < 0.5 ? "" : "  ");
            else
                page.Append(c).Append(char.IsPunctuation(c) ? " " : "");
        }
        return page.ToString();
    }

    private static string Wrapped(string text)
    {
        const int width = 88;
        var page = new StringBuilder(text.Length + (text.Length / width));
        foreach (var line in text.Split('\n'))
        {
            var length = 0;
            foreach (var word in line.Split(' '))
            {
                if (length > 0 && length + word.Length >= width)
                {
                    page.Append('\n');
                    length = 0;
                }
                else if (length > 0)
                    page.Append(' ');
                page.Append(word);
                length += word.Length + 1;
            }
            page.Append('\n');
        }
        return page.ToString();
    }
}
