using System.IO.Compression;
using System.Text;
using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Layout;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Fuzz;

/// <summary>Makes files of the bytes that are tried.</summary>
internal static class TargetFiles
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // Tesseract's table of words, and behind a zero byte the lines drawn on the page: "u AT FROM TO" upright, "l AT" level.
    public static SourceDocument Recognised(byte[] input, string _)
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
    public static byte[] Pdf(byte[] input)
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
    public static (byte[] File, string Name) Docx(byte[] input)
    {
        var parts = Encoding.UTF8.GetString(input).Split('\0');
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            Part(
                zip,
                "word/_rels/document.xml.rels",
                $"<Relationships><Relationship Type=\"{r}numbering\" Target=\"n.xml\"/><Relationship "
                    + $"Type=\"{r}styles\" Target=\"s.xml\"/><Relationship Type=\"{r}footnotes\" Target=\"f.xml\"/>"
                    + "</Relationships>"
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
