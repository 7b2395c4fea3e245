using System.Text;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

/// <summary>What a file is, told by its content.</summary>
public sealed class FileKindTests
{
    [Fact]
    public void Other_binary_files_are_refused_by_content()
    {
        Assert.Equal("unknown-kind", Refused([0x7F, 0x45, 0x4C, 0x46, .. new byte[64]], "a.docx").Code);
        Assert.Equal("unknown-kind", Refused([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 % 32))], "a.txt").Code);
        Assert.Equal("not-a-document", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "a.doc").Code);
        Assert.Equal(
            "encrypted",
            Refused(
                [0xD0, 0xCF, 0x11, 0xE0, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]],
                "a.docx"
            ).Code
        );
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46 }, "JPEG")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0xD, 0xA, 0x1A, 0xA }, "PNG")]
    public void A_picture_under_a_documents_name_is_refused(byte[] head, string kind)
    {
        var refused = Refused([.. head, .. new byte[100]], "ke-hoach.docx");
        Assert.Equal("mismatch", refused.Code);
        Assert.Contains(kind, refused.Vietnamese, StringComparison.Ordinal);
        Assert.Equal(
            "needs-ocr",
            Refused([.. head, .. new byte[100]], "ke-hoach.jpg", ReadLimits.Default with { AllowPrograms = false }).Code
        );
    }
}
