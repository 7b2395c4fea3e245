using ThiDua.Plans.Source;
using ThiDua.Plans.Tests.Source;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ThiDua.Plans.Tests.SourcePdf;

/// <summary>Writes .pdf files line by line at given places, as a printer driver does: nothing in them says what a paragraph is.</summary>
internal sealed class PdfFile
{
    private const double Size = 12;
    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _regular;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;
    private double _y;

    public PdfFile()
    {
        _regular = Font("DejaVuSerifCondensed.ttf");
        _bold = Font("DejaVuSerifCondensed-Bold.ttf");
        _page = _builder.AddPage(PageSize.A4);
        _y = 780;
    }

    /// <summary>The fonts that a test .pdf is written with are installed.</summary>
    public static bool CanWrite => File.Exists(Path.Combine(Fonts, "DejaVuSerifCondensed.ttf"));

    private const string Fonts = "/usr/share/fonts/truetype/dejavu";

    private PdfDocumentBuilder.AddedFont Font(string name)
    {
        var path = Path.Combine(Fonts, name);
        Assert.SkipUnless(File.Exists(path), $"No font {name} to write a test .pdf with (apt install fonts-dejavu).");
        return _builder.AddTrueTypeFont(File.ReadAllBytes(path));
    }

    public PdfFile Page()
    {
        _page = _builder.AddPage(PageSize.A4);
        _y = 780;
        return this;
    }

    /// <summary>A line at a place of its own.</summary>
    public PdfFile At(double x, double y, string text, bool bold = false, double size = Size)
    {
        _page.AddText(text, size, new PdfPoint(x, y), bold ? _bold : _regular);
        return this;
    }

    /// <summary>
    /// A line whose words are set one by one, without blanks between them: all that parts them is <paramref name="gap"/>, in sizes of the
    /// letters.
    /// </summary>
    public PdfFile Words(double x, double y, string text, double gap, double size = Size)
    {
        foreach (var word in text.Split(' '))
        {
            x += _page.AddText(word, size, new PdfPoint(x, y), _regular)[^1].EndBaseLine.X - x + gap * size;
        }
        return this;
    }

    /// <summary>Letter by letter, so far apart, in sizes of the letters.</summary>
    public PdfFile Spaced(double x, double y, string text, double gap)
    {
        foreach (var letter in text)
        {
            x +=
                (letter is ' ' ? Size / 4 : _page.AddText($"{letter}", Size, new PdfPoint(x, y), _regular)[^1].EndBaseLine.X - x)
                + gap * Size;
        }
        return this;
    }

    /// <summary>How wide a text is printed.</summary>
    public double Width(string text, bool bold = false) =>
        _page.MeasureText(text, Size, new PdfPoint(0, 0), bold ? _bold : _regular)[^1].EndBaseLine.X;

    /// <summary>The next line of the text, from the left margin or the indent of a first line.</summary>
    public PdfFile Line(string text, bool indent = false, bool bold = false)
    {
        _y -= 20;
        return At(indent ? 121 : 85, _y, text, bold);
    }

    public PdfFile Centred(string text, bool bold = true)
    {
        _y -= 20;
        return At(85 + (453 - Width(text, bold)) / 2, _y, text, bold);
    }

    public PdfFile Down(double by)
    {
        _y -= by;
        return this;
    }

    /// <summary>Draws the grid of a table and writes its cells.</summary>
    public PdfFile Table(double[] xs, double height, params string[][] rows)
    {
        var top = _y - 10;
        for (var r = 0; r <= rows.Length; r++)
        {
            _page.DrawLine(new PdfPoint(xs[0], top - r * height), new PdfPoint(xs[^1], top - r * height));
        }
        foreach (var x in xs)
        {
            _page.DrawLine(new PdfPoint(x, top), new PdfPoint(x, top - rows.Length * height));
        }
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                var lines = rows[r][c].Split('\n');
                for (var l = 0; l < lines.Length; l++)
                {
                    At(xs[c] + 4, top - r * height - 16 - 16 * l, lines[l], size: 12);
                }
            }
        }
        _y = top - rows.Length * height;
        return this;
    }

    /// <summary>A picture over the whole page.</summary>
    public PdfFile Picture(byte[] png)
    {
        _page.AddPng(png, new PdfRectangle(0, 0, 595, 842));
        return this;
    }

    public byte[] Bytes() => _builder.Build();

    public SourceDocument Read() => Documents.Read(Bytes(), "ke-hoach.pdf");
}
