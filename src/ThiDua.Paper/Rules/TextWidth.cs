using System.Text;

namespace ThiDua.Paper.Rules;

/// <summary>
/// Advance widths of Times New Roman in thousandths of an em. The lines under the motto and the organ's name are as long
/// as a share of their text, so the text must be measured. A Vietnamese letter is as wide as its base letter.
/// </summary>
internal static class TextWidth
{
    private static readonly int[] Regular =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static readonly int[] Bold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>Width in millimetres of a text in one line, at a size in points.</summary>
    public static double Of(string text, double size, bool bold)
    {
        var widths = bold ? Bold : Regular;
        var units = text.Normalize(NormalizationForm.FormD).Sum(c => Units(c, widths));
        return units * size / 1000 * Millimetres.PerPoint;
    }

    private static int Units(char c, int[] widths) => c switch
    {
        >= ' ' and <= '~' => widths[c - ' '],
        >= '\u0300' and <= '\u036f' => c == '\u031b' ? 40 : 0,
        'đ' => widths['d' - ' '],
        'Đ' => widths['D' - ' '],
        '\u00a0' => widths[0],
        _ => 500,
    };
}

/// <summary>Conversions between millimetres, points and twentieths of a point, the unit of a .docx.</summary>
internal static class Millimetres
{
    public const double PerPoint = 25.4 / 72;

    public static int Twips(double millimetres) => (int)Math.Round(millimetres / PerPoint * 20, MidpointRounding.AwayFromZero);

    public static double FromTwips(double twips) => twips / 20 * PerPoint;
}
