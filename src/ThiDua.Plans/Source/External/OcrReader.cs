using System.Globalization;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Plans.Source.External;

/// <summary>Recognises the pages of the file in.pdf of a folder, one at a time.</summary>
internal sealed class OcrReader(string render, string tesseract, string folder, ReadLimits limits, CancellationToken cancellationToken)
{
    private const int Dpi = 300;
    private const double PointsPerInch = 72;

    // Of an A2 sheet at that resolution: a page that says it is metres long is drawn no larger. A photograph is drawn as an A4 sheet, half
    // as long, whatever the camera.
    private const int LongestSide = 7016;

    // A picture may say that it is far larger than its file: one of 50 million points is made do with 600 MB.
    private const long MostMemory = 1_000_000_000;

    public PdfPage Page(PicturedPage page)
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        int? side =
            page.Photograph ? LongestSide / 2
            : page.Longest * Dpi / PointsPerInch > LongestSide ? LongestSide
            : null;
        string[] size = side is { } points
            ? ["-scale-to", points.ToString(CultureInfo.InvariantCulture)]
            : ["-r", Dpi.ToString(CultureInfo.InvariantCulture)];
        var picture = "page" + number;
        // What a digital signature shows of itself is laid over the page as an annotation, often over its words.
        if (!Run(render, [.. size, "-hide-annotations", "-singlefile", "-f", number, "-l", number, "in.pdf", picture]))
        {
            throw Failed();
        }
        RedChannel.Take(Path.Combine(folder, picture + ".ppm"), Path.Combine(folder, picture + ".pgm"));
        File.Delete(Path.Combine(folder, picture + ".ppm"));
        var (file, read) = Upright(picture + ".pgm");
        if (CellSheet.Cut(Path.Combine(folder, file), Path.Combine(folder, picture + "-cells.pgm"), read.EmptyCells()) is { } sheet)
        {
            read.Add(Words(picture + "-cells.pgm", "--psm", "6"), sheet);
            File.Delete(Path.Combine(folder, picture + "-cells.pgm"));
        }
        File.Delete(Path.Combine(folder, file));
        return PdfPage.Recognised(page.Number, read.Read());
    }

    // The picture, turned where it shows a page that lies on its side or head, as photographs and sheets with wide tables do.
    private (string File, OcrPage Read) Upright(string file)
    {
        var read = Recognised(file);
        if (
            !read.MayBeTurned
            || !Tesseract(file, file, "-l", "osd", "--psm", "0")
            || Turn(File.ReadLines(Path.Combine(folder, file + ".osd"))) is not { } degrees
        )
        {
            return (file, read);
        }
        var turned = "turned-" + file;
        TurnedPicture.Write(Path.Combine(folder, file), Path.Combine(folder, turned), degrees);
        var anew = Recognised(turned);
        var better = anew.Sound > read.Sound;
        File.Delete(Path.Combine(folder, better ? file : turned));
        return better ? (turned, anew) : (file, read);

        OcrPage Recognised(string picture) => new(Words(picture), PictureRules.Of(Path.Combine(folder, picture)));
    }

    // "Rotate: 270", clockwise; null for none.
    private static int? Turn(IEnumerable<string> orientation) =>
        orientation.FirstOrDefault(l => l.StartsWith("Rotate:", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan(7), CultureInfo.InvariantCulture, out var degrees)
        && degrees is 90 or 180 or 270
            ? degrees
            : null;

    private IEnumerable<string> Words(string picture, params ReadOnlySpan<string> how) =>
        Tesseract([picture, picture, "-l", "vie", .. how, "tsv"]) ? File.ReadLines(Path.Combine(folder, picture + ".tsv")) : throw Failed();

    /// <summary>Runs Tesseract; whether it said that all went well.</summary>
    public bool Tesseract(params ReadOnlySpan<string> arguments) => Run(tesseract, arguments);

    private bool Run(string program, params ReadOnlySpan<string> arguments) =>
        Programs.Run(program, folder, limits.ProgramTimeout, MostMemory, cancellationToken, arguments);

    public static UnreadableDocumentException Failed() =>
        new(
            "program-failed",
            "Không nhận dạng được chữ trong ảnh (tệp ảnh hỏng hoặc quá lớn).",
            "The picture could not be read: it is damaged or too large."
        );
}
