using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ThiDua.Paper.Tests;

public sealed class DocxWriterTests
{
    [Theory, MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void The_validator_finds_no_error(string name) => Assert.Equal("", string.Join('\n', Errors(DocxWriter.Write(Samples.Of(name)))));

    internal static IEnumerable<string> Errors(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }
}
