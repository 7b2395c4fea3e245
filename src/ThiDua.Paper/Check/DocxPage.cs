using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Paper.Check;

internal enum Align
{
    Left,
    Centre,
    Right,
    Both,
}

/// <param name="Size">Points.</param>
/// <param name="Colour">Six hexadecimal digits; null for automatic, which prints black.</param>
internal sealed record Piece(string Text, string Font, double Size, bool Bold, bool Italic, bool Caps, string? Colour);

/// <summary>A paragraph as it prints. Lengths in millimetres, spacing in points.</summary>
/// <param name="Table">Number of the table that holds it, or -1; <paramref name="Column"/> and <paramref name="Row"/> in it.</param>
/// <param name="Ruled">The table has lines: data, not layout.</param>
/// <param name="Line">Height of a line: a multiple when <paramref name="Multiple"/>, else points.</param>
/// <param name="Rule">A line is drawn in or around it.</param>
internal sealed record Para(
    int Index,
    string Text,
    IReadOnlyList<Piece> Pieces,
    Align Align,
    double FirstLine,
    double Before,
    double After,
    double Line,
    bool Multiple,
    bool Rule,
    bool Numbered,
    int Table,
    int Row,
    int Column,
    bool Ruled
)
{
    public IEnumerable<Piece> Visible => Pieces.Where(r => !string.IsNullOrWhiteSpace(r.Text));
    public IEnumerable<double> Sizes => Visible.Select(r => r.Size);
    public bool Empty => string.IsNullOrWhiteSpace(Text);
    public string Where => $"Đoạn {Index} (“{(Text.Length <= 40 ? Text : Text[..40].TrimEnd() + "…")}”)";

    public bool SameCell(Para other) => Table == other.Table && Row == other.Row && Column == other.Column;
}

/// <summary>Paper and margins in millimetres.</summary>
/// <param name="NumberOnFirst">Its first page prints the page number of the others.</param>
internal sealed record SheetSize(double Width, double Height, double Top, double Bottom, double Left, double Right, bool NumberOnFirst);

/// <summary>A Word file resolved to what prints: each paragraph with the formats of its styles and its own.</summary>
internal sealed record DocxPage(
    IReadOnlyList<SheetSize> Sheets,
    IReadOnlyList<Para> Paragraphs,
    IReadOnlyList<Para> PageNumbers,
    bool NumberInFooter,
    bool NumberOnFirst
)
{
    private const int MaxParagraphs = 200_000;
    private const long MaxUnpacked = 200_000_000;

    public static DocxPage Read(Stream file)
    {
        try
        {
            using var copy = Bounded(file);
            using var package = WordprocessingDocument.Open(copy, false, new OpenSettings { MaxCharactersInPart = MaxUnpacked });
            if (package.MainDocumentPart?.Document?.Body is not { } body)
                throw new InvalidDataException("Tệp .docx không có nội dung.");
            return Read(package.MainDocumentPart, body);
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or FormatException
                        or IOException
                        or System.Xml.XmlException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            throw e as InvalidDataException ?? new InvalidDataException("Tệp không phải là văn bản Word (.docx) đọc được.", e);
        }
    }

    private static DocxPage Read(MainDocumentPart main, Body body)
    {
        var formats = new Formats(main);
        var reader = new ParagraphReader(formats);
        var paragraphs = new List<Para>();
        foreach (var p in body.Descendants<Paragraph>())
        {
            if (paragraphs.Count >= MaxParagraphs)
                throw new InvalidDataException($"Văn bản có hơn {MaxParagraphs:N0} đoạn.");
            paragraphs.Add(reader.Read(p, paragraphs.Count + 1));
        }
        var sections = body.Descendants<SectionProperties>().ToList();
        var numbers = FindNumbers(main, sections, reader);
        var numbered = HeadersWithNumber(main);
        var header = "";
        var sheets = sections.Select(
            (s, i) =>
            {
                // A section without a header of its own goes on with the one before.
                header =
                    s.Elements<HeaderReference>().FirstOrDefault(h => h.Type?.Value == HeaderFooterValues.Default)?.Id?.Value ?? header;
                return Sheet(
                    s,
                    numbered.Contains(header) && !(i > 0 && s.GetFirstChild<SectionType>()?.Val?.Value == SectionMarkValues.Continuous)
                );
            }
        );
        return new([.. sheets], paragraphs, numbers.Found, numbers.Footer, numbers.First);
    }

    private static SheetSize Sheet(SectionProperties s, bool numbered)
    {
        static double Mm(double? twips, double missing) => Rules.Millimetres.FromTwips(twips ?? missing);
        var size = s.GetFirstChild<PageSize>();
        var margin = s.GetFirstChild<PageMargin>();
        return new(
            Mm(size?.Width?.Value, 12240),
            Mm(size?.Height?.Value, 15840),
            Math.Abs(Mm(margin?.Top?.Value, 1440)),
            Math.Abs(Mm(margin?.Bottom?.Value, 1440)),
            Mm(margin?.Left?.Value, 1440),
            Mm(margin?.Right?.Value, 1440),
            numbered && !(s.GetFirstChild<TitlePage>() is { } title && (title.Val is null || title.Val.Value))
        );
    }

    private static (IReadOnlyList<Para> Found, bool Footer, bool First) FindNumbers(
        MainDocumentPart main,
        List<SectionProperties> sections,
        ParagraphReader reader
    )
    {
        var first = new HashSet<string>(
            sections
                .SelectMany(s => s.Descendants<HeaderReference>())
                .Where(h => h.Type?.Value == HeaderFooterValues.First)
                .Select(h => h.Id?.Value ?? "")
        );
        var headers = main
            .HeaderParts.Where(h => h.Header is not null)
            .SelectMany(h => h.Header!.Descendants<Paragraph>().Where(Counts).Select(p => (Id: main.GetIdOfPart(h), P: p)))
            .ToList();
        var footer = main.FooterParts.Any(f => f.Footer is not null && f.Footer.Descendants<Paragraph>().Any(Counts));
        return ([.. headers.Select(h => reader.Read(h.P, 0))], footer, headers.Any(h => first.Contains(h.Id)));
    }

    private static HashSet<string> HeadersWithNumber(MainDocumentPart main) =>
        [
            .. main
                .HeaderParts.Where(h => h.Header is not null && h.Header.Descendants<Paragraph>().Any(Counts))
                .Select(h => main.GetIdOfPart(h)),
        ];

    private static bool Counts(Paragraph p) =>
        p.Descendants<SimpleField>().Any(f => IsPage(f.Instruction?.Value)) || p.Descendants<FieldCode>().Any(f => IsPage(f.Text));

    private static bool IsPage(string? code) =>
        code?.TrimStart().StartsWith("PAGE", StringComparison.OrdinalIgnoreCase) == true
        && !code.TrimStart().StartsWith("PAGEREF", StringComparison.OrdinalIgnoreCase);

    // A packed file may promise far more than it holds; the sizes are added up before anything is unpacked.
    private static MemoryStream Bounded(Stream file)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = file.Read(buffer)) > 0; )
        {
            if (copy.Length + n > AnnexCheck.MaxBytes)
                throw new InvalidDataException($"Tệp lớn hơn {AnnexCheck.MaxBytes / 1_000_000} MB.");
            copy.Write(buffer, 0, n);
        }
        copy.Position = 0;
        using (var zip = new System.IO.Compression.ZipArchive(copy, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true))
            if (zip.Entries.Sum(e => e.Length) > MaxUnpacked)
                throw new InvalidDataException($"Tệp giải nén lớn hơn {MaxUnpacked / 1_000_000} MB.");
        copy.Position = 0;
        return copy;
    }
}
