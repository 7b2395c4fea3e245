using ThiDua.Plans.Source;
using ThiDua.Plans.Source.External;

namespace ThiDua.Plans.Tests.Source;

/// <summary>What tests of recognised text need.</summary>
internal static class Tesseract
{
    public static void RequireTesseract() =>
        Assert.SkipUnless(
            Programs.Find(Ocr.Program, ReadLimits.Default) is not null && Programs.Find(Ocr.Renderer, ReadLimits.Default) is not null,
            "Tesseract is not installed (apt install tesseract-ocr tesseract-ocr-vie poppler-utils)."
        );

    public static byte[] Picture(SourcePdf.PdfFile page, string format = "-png") =>
        Programs.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "in.pdf"), page.Bytes());
            Assert.True(
                Programs.Run(
                    Programs.Find(Ocr.Renderer, ReadLimits.Default)!,
                    folder,
                    TimeSpan.FromMinutes(1),
                    1_000_000_000,
                    TestContext.Current.CancellationToken,
                    "-r",
                    "200",
                    format,
                    "-singlefile",
                    "in.pdf",
                    "page"
                )
            );
            return File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder, "page.*")));
        });
}
