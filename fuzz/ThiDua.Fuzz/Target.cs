using System.IO.Compression;
using System.Text;
using ThiDua.Plans;
using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Layout;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Fuzz;

/// <summary>One kind of input that our own code parses: how bytes become a file of it, and which pieces its syntax is made of.</summary>
internal sealed record Target(string Name, Func<byte[], (byte[] File, string Name)> File, string[] Words)
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly Target[] All =
    [
        new(
            "docx",
            Docx,
            [
                "<w:p>",
                "</w:p>",
                "<w:r>",
                "</w:r>",
                "<w:t>",
                "</w:t>",
                "<w:tbl>",
                "</w:tbl>",
                "<w:tr>",
                "</w:tr>",
                "<w:tc>",
                "</w:tc>",
                "<w:tcPr>",
                "</w:tcPr>",
                "<w:pPr>",
                "</w:pPr>",
                "<w:rPr>",
                "</w:rPr>",
                "<w:br/>",
                "<w:tab/>",
                "<w:b/>",
                "<w:vMerge/>",
                "<w:gridSpan w:val=\"3\"/>",
                "<w:numPr>",
                "</w:numPr>",
                "<w:numId w:val=\"1\"/>",
                "<w:ilvl w:val=\"2\"/>",
                "<w:sdt>",
                "</w:sdt>",
                "<w:sdtContent>",
                "</w:sdtContent>",
                "<w:del>",
                "</w:del>",
                "<w:ins>",
                "</w:ins>",
                "<mc:AlternateContent>",
                "</mc:AlternateContent>",
                "<mc:Choice>",
                "</mc:Choice>",
                "<mc:Fallback>",
                "</mc:Fallback>",
                "<w:txbxContent>",
                "</w:txbxContent>",
                "<w:fldChar w:fldCharType=\"begin\"/>",
                "<w:fldChar w:fldCharType=\"separate\"/>",
                "<w:fldChar w:fldCharType=\"end\"/>",
                "<w:footnoteReference w:id=\"2\"/>",
                "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>",
                "<w:lvl w:ilvl=\"1\">",
                "</w:lvl>",
                "<w:lvlText w:val=\"%1.%2\"/>",
                "<w:numFmt w:val=\"lowerLetter\"/>",
                "<w:start w:val=\"2147483647\"/>",
                "<w:startOverride w:val=\"5\"/>",
                "<w:lvlRestart w:val=\"1\"/>",
                "<w:isLgl/>",
                "<w:basedOn w:val=\"A\"/>",
                "<w:numStyleLink w:val=\"A\"/>",
                "<w:jc w:val=\"center\"/>",
                "w:val=\"-1\"",
                "&#x1EBF;",
                "\0",
            ]
        ),
        new(
            "zip",
            bytes => (bytes, "a.docx"),
            ["PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "word/document.xml", "_rels/.rels", "../", "Target=\"", "officeDocument"]
        ),
        new(
            "text",
            bytes => (bytes, "a.md"),
            [
                "**",
                "*",
                "__",
                "_",
                "# ",
                "| ",
                "|---|---|\n",
                "\\",
                "[",
                "](",
                ")",
                "<br>",
                "<!--",
                "-->",
                "&amp;",
                "&#0;",
                "\r\n",
                "\u0323",
                "\u200B",
                "```",
                "> ",
                "MẬT",
                "1. ",
                "a) ",
            ]
        ),
        new(
            "encoding",
            bytes => (bytes, "a.txt"),
            [
                "\u00FF\u00FE",
                "\u00FE\u00FF",
                "\u00EF\u00BB\u00BF",
                "\0",
                "Céng hßa",
                "Coäng hoøa",
                "Côòng hoÌa",
                "\u00E1\u00BB\u0099",
                "\u00CC\u0081",
                "\u00ED\u00A0\u0080",
            ]
        ),
        new(
            "html",
            bytes => ([.. "<html>"u8, .. bytes], "a.html"),
            [
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<table>",
                "</table>",
                "<tr>",
                "<td>",
                "</td>",
                "<td rowspan=3 colspan=2>",
                "<th>",
                "<ul>",
                "</ul>",
                "<ol type=a start=3>",
                "<li>",
                "<b>",
                "</b>",
                "<style>",
                "</style>",
                ".a{font-weight:bold}",
                "<p class=a style='text-align:center;display:none'>",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<![if x]>",
                "&nbsp;",
                "&lt;",
                "<br>",
                "<h1>",
                "</h1>",
                "<",
                ">",
                "'",
                "\"",
            ]
        ),
        new(
            "plan",
            bytes => (bytes, "a.txt"),
            [
                "\nI. MỤC TIÊU\n",
                "\nII. TỔ CHỨC THỰC HIỆN\n",
                "\n1. ",
                "\n2.1. ",
                "\na) ",
                "\n(1) ",
                "\n- ",
                "\n+ ",
                "\nĐiều 1. ",
                "\nPHỤ LỤC\n",
                "\nNơi nhận:\n",
                "KT. CHỦ TỊCH",
                "Số: /KH-UBND",
                "Căn cứ ",
                "số 76/KH-UBND ",
                "ngày 27 tháng 3 năm 2024",
                "ngày 31/12",
                "ít nhất 75%",
                "từ 5 đến 7%",
                "trên 2/3 ",
                "không quá 02 vụ",
                "1.200,5 triệu đồng",
                "chủ trì, phối hợp với ",
                "giao ",
                "đề nghị ",
                "chịu trách nhiệm ",
                "Công an xã",
                "Các sở: Tài chính, ",
                "các ",
                "và ",
                "Ủy ban nhân dân ",
                "Đơn vị chủ trì: ",
                "hằng quý",
                "trước ngày ",
                "“",
                "”",
                "(",
                ")",
                ":",
                ";",
                ". ",
                ", ",
                "\n\n",
                " | ",
            ]
        ),
        new(
            "ocr",
            bytes => (bytes, ""),
            [
                "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n",
                "4\t1\t1\t1\t1\t0\t300\t200\t900\t50\t-1\t\n",
                "5\t1\t1\t1\t1\t1\t300\t200\t90\t50\t95.5\tSố:\n",
                "\t",
                "\n",
                "-1",
                "NaN",
                "1e308",
                "CỘNG",
                "Nơi nhận:",
                "TT",
                "KT.",
                "\0",
                "u 100 0 900\n",
                "u 500 0 900\n",
                "u 900 400 900\n",
                "l 0\n",
                "l 400\n",
                "l 900\n",
            ]
        )
        {
            Reading = Recognised,
        },
        new(
            "pdf",
            bytes => (Pdf(bytes), "a.pdf"),
            [
                "BT",
                " ET ",
                "1 0 0 1 90 740 Tm ",
                "/F1 12 Tf ",
                "(So: /KH-UBND) Tj ",
                "<3736> Tj ",
                "[(7) 20 (6)] TJ ",
                "q ",
                " Q ",
                "/FRM Do ",
                "0 0 100 20 re S ",
                "90 700 m 500 700 l S ",
                "1 0 0 1 0 0 cm ",
                "beginbfrange <0013> <001C> <0030> endbfrange ",
                "beginbfchar <0013> <0030> endbfchar ",
                "\0",
                "TT",
                "(I. MUC TIEU) Tj ",
                "0 -14 Td ",
            ]
        ),
    ];

    /// <summary>How the file is read; as an uploaded one, where nothing else is said.</summary>
    public Func<byte[], string, SourceDocument> Reading { get; init; } =
        (file, name) => DocumentSource.Read(new MemoryStream(file), name, ReadLimits.Default with { AllowPrograms = false });

    /// <summary>Reads the input as a document. Whatever is thrown but a refusal is a fault, and so is a line that breaks the contract.</summary>
    public void Run(byte[] input)
    {
        var (file, name) = File(input);
        SourceDocument document;
        try
        {
            document = Reading(file, name);
        }
        catch (UnreadableDocumentException)
        {
            return;
        }
        foreach (var line in document.Lines)
        {
            Check(line);
        }
        Check(PlanReader.Read(document), document.Lines.Count);
    }

    // What is understood must be where the document is, and go into the contract's JSON.
    private static void Check(Plan plan, int lines)
    {
        var ranges = plan
            .Sections.Select(s => s.Lines)
            .Concat(plan.Targets.Select(t => t.Lines))
            .Concat(plan.Tasks.Select(t => t.Lines))
            .Concat(plan.Duties.Select(d => d.Lines))
            .Concat(plan.Warnings.Where(w => w.Lines is not null).Select(w => w.Lines!.Value));
        foreach (var range in ranges)
        {
            if (range.First < 1 || range.Last < range.First || range.Last > lines)
            {
                throw new InvalidDataException($"Lines {range.First}-{range.Last} of {lines}");
            }
        }
        PlanJson.Write(plan, Stream.Null);
    }

    private static void Check(SourceLine line)
    {
        if (line.Text.AsSpan().IndexOfAny('\n', '\r', '\0') >= 0 || !line.Text.IsNormalized(NormalizationForm.FormC))
        {
            throw new InvalidDataException($"A line is not clean: {line.Text}");
        }
        if (line.Row is { Borderless: false } row && row.Cells.Count is 0 or > 10_000)
        {
            throw new InvalidDataException("A row has no cells, or no end of them.");
        }
    }

    // Tesseract's table of words, and behind a zero byte the lines drawn on the page: "u AT FROM TO" upright, "l AT" level.
    private static SourceDocument Recognised(byte[] input, string _)
    {
        var parts = Encoding.UTF8.GetString(input).Split('\0', 2);
        var page = new OcrPage(parts[0].Split('\n'), parts.Length > 1 ? Drawn(parts[1]) : null);
        foreach (var cell in page.EmptyCells())
        {
            if (cell.Width < 0 || cell.Height < 0)
            {
                throw new InvalidDataException($"A cell has no inside: {cell}");
            }
        }
        return new("image", PdfSource.Lines([PdfPage.Recognised(1, page.Read())], ReadLimits.Default), []);
    }

    private static PictureRules Drawn(string text)
    {
        List<Rule> uprights = [],
            levels = [];
        foreach (var line in text.Split('\n'))
        {
            var numbers = line.Split(' ').Skip(1).Select(n => int.TryParse(n, out var value) ? Math.Clamp(value, 0, 3508) : 0).ToList();
            if (line.StartsWith('u') && numbers.Count == 3)
            {
                uprights.Add(new(numbers[0], Math.Min(numbers[1], numbers[2]), Math.Max(numbers[1], numbers[2])));
            }
            else if (line.StartsWith('l') && numbers.Count == 1)
            {
                levels.Add(new(numbers[0], 0, 2480));
            }
        }
        return new(2480, 3508, uprights, levels, levels.Count % 3 * 0.01);
    }

    // The content of a page, the appearance of a signature field on it, and its font's table, parted by zero bytes.
    private static byte[] Pdf(byte[] input)
    {
        var parts = Encoding.Latin1.GetString(input).Split('\0');
        const string font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
        return RawPdf.Of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R]>>",
            RawPdf.Stream("", parts[0]),
            font,
            "<</Type/Annot/Subtype/Widget/FT/Sig/Rect[118 735 148 752]/AP<</N 7 0 R>>>>",
            RawPdf.Stream(
                "/Type/XObject/Subtype/Form/Resources<</Font<</F1 8 0 R>>/XObject<</FRM 7 0 R>>>>",
                parts.Length > 1 ? parts[1] : ""
            ),
            "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/ToUnicode 9 0 R>>",
            RawPdf.Stream("", parts.Length > 2 ? parts[2] : "")
        );
    }

    // The parts stand one after the other, parted by a zero byte: document, numbering, styles, footnotes. What is not XML is wrapped.
    private static (byte[], string) Docx(byte[] input)
    {
        var parts = Encoding.UTF8.GetString(input).Split('\0');
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            Part(
                zip,
                "word/_rels/document.xml.rels",
                $"<Relationships><Relationship Type=\"{r}numbering\" Target=\"n.xml\"/><Relationship Type=\"{r}styles\" Target=\"s.xml\"/><Relationship Type=\"{r}footnotes\" Target=\"f.xml\"/></Relationships>"
            );
            Part(zip, "word/document.xml", Root("document", $"<w:body>{parts[0]}</w:body>"));
            Part(zip, "word/n.xml", Root("numbering", parts.Length > 1 ? parts[1] : ""));
            Part(zip, "word/s.xml", Root("styles", parts.Length > 2 ? parts[2] : ""));
            Part(zip, "word/f.xml", Root("footnotes", parts.Length > 3 ? parts[3] : ""));
        }
        return (stream.ToArray(), "a.docx");
    }

    private static string Root(string name, string inner) => $"<w:{name} xmlns:w=\"{W}\" xmlns:mc=\"mc\" xmlns:v=\"v\">{inner}</w:{name}>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
