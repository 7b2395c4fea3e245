using System.Globalization;

namespace ThiDua.Plans.Source.External;

/// <summary>A word of a page as Tesseract's table gives it, in points from the page's lower left corner.</summary>
/// <param name="Line">The printed line that Tesseract put it into.</param>
/// <param name="Sure">How sure Tesseract is of it, 0 to 100.</param>
internal readonly record struct OcrWord(string Text, double Left, double Right, double Base, double Height, int Line, double Sure)
{
    // Specks and strokes of a stamp come as words of which Tesseract itself is unsure.
    private const double LeastConfidence = 30;
    private const double SureOfMark = 60;

    /// <param name="place">Where on the page a place of the picture is; null for nowhere.</param>
    public static (List<OcrWord> Words, double Scale, double Height) Of(
        IEnumerable<string> tsv,
        Func<double, double, (double X, double Y)?> place,
        double scale = 0,
        double height = 0,
        int line = 0
    )
    {
        var words = new List<OcrWord>();
        var whole = scale == 0;
        foreach (var row in tsv)
        {
            var cells = row.Split('\t', 12);
            if (
                cells.Length < 12
                || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                || Box(cells) is not { } box
            )
                continue;
            if (level == 1 && whole)
                (scale, height) = (OcrPage.PageWidth / Math.Max(1, Math.Min(box.Width, box.Height)), box.Height);
            else if (level == 4)
                line++;
            else if (
                level == 5
                && double.TryParse(cells[10], CultureInfo.InvariantCulture, out var sure)
                && Source.Text.Clean.Line(cells[11]).Trim() is { Length: > 0 } text
                && IsWord(text, sure)
                && place(box.Left, box.Top) is var (left, top)
            )
                words.Add(
                    new(text, left * scale, (left + box.Width) * scale, (height - top - box.Height) * scale, box.Height * scale, line, sure)
                );
        }
        return (words, scale, height);
    }

    // In whole points of the picture.
    private static (double Left, double Top, double Width, double Height)? Box(string[] cells)
    {
        Span<int> box = stackalloc int[4];
        for (var i = 0; i < 4; i++)
            if (!int.TryParse(cells[6 + i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out box[i]))
                return null;
        return box[2] < 0 || box[3] < 0 ? null : (box[0], box[1], box[2], box[3]);
    }

    private static bool IsWord(string text, double sure) =>
        text.Any(char.IsLetterOrDigit) ? sure >= LeastConfidence || text.Length > 1 : sure >= SureOfMark;
}
