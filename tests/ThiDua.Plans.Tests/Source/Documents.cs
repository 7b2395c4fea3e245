using System.Text;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Source;

internal static class Documents
{
    public static SourceDocument Read(string text, string name = "ke-hoach.md") => Read(Encoding.UTF8.GetBytes(text), name);

    public static SourceDocument Read(byte[] bytes, string name, ReadLimits? limits = null) =>
        DocumentSource.Read(new MemoryStream(bytes), name, limits, TestContext.Current.CancellationToken);

    public static UnreadableDocumentException Refused(byte[] bytes, string name, ReadLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => Read(bytes, name, limits));

    public static UnreadableDocumentException Refused(string text, string name = "ke-hoach.md", ReadLimits? limits = null) =>
        Refused(Encoding.UTF8.GetBytes(text), name, limits);

    public static string[] Texts(SourceDocument document) => [.. document.Lines.Select(l => l.Text)];
}
