using System.Xml;
using ThiDua.Plans.Source.Docx;

namespace ThiDua.Plans.Source;

/// <summary>Files that are zip archives: Word documents are read here, others told apart for a clear message.</summary>
internal static class ZipDocument
{
    public static SourceDocument Read(ArraySegment<byte> file, FileReader reader, Func<SourceDocument> openDocument)
    {
        if (ZipDirectory.HasMoreThan(reader.Limits.MaxEntries, file))
        {
            throw UnreadableDocumentException.TooManyEntries(reader.Limits.MaxEntries);
        }
        try
        {
            using var package = new DocxPackage(new MemoryStream(file.Array!, file.Offset, file.Count, writable: false), reader);
            if (package.MainPart() is { } main && (main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || package.IsWord(main)))
            {
                return DocxSource.Read(package, main, reader);
            }
            if (package.Has("content.xml") && package.Has("META-INF/manifest.xml"))
            {
                return openDocument();
            }
            throw NotADocument(package);
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or ArgumentException
                        or NotSupportedException
                        or OverflowException
            )
        {
            throw UnreadableDocumentException.Damaged("Word", e);
        }
    }

    private static UnreadableDocumentException NotADocument(DocxPackage package)
    {
        if (package.HasFolder("xl/") || package.HasFolder("ppt/"))
        {
            return new(
                "not-a-document",
                "Đây là bảng tính hoặc bài trình chiếu, không phải văn bản. Hãy dùng tệp .docx hoặc .pdf của kế hoạch.",
                "This is a spreadsheet or a slide show, not a document. Use the plan's .docx or .pdf."
            );
        }
        return package.HasFolder("word/") || package.Has("[Content_Types].xml")
            ? UnreadableDocumentException.Damaged("Word")
            : new(
                "not-a-document",
                "Đây là tệp nén .zip, không phải văn bản. Hãy giải nén rồi chọn tệp kế hoạch bên trong.",
                "This is a zip archive, not a document. Unpack it and choose the plan inside."
            );
    }
}
