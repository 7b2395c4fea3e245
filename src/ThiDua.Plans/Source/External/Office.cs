namespace ThiDua.Plans.Source.External;

/// <summary>.doc, .odt and .rtf through LibreOffice, which turns them into .docx.</summary>
internal static class Office
{
    public const string Program = "soffice";

    // What a document says is not obeyed: nothing is fetched, no link is followed, no macro runs. The proxy is where nobody listens.
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
        <item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
        </oor:items>
        """;

    /// <exception cref="UnreadableDocumentException">LibreOffice is not installed (<c>needs-office</c>), failed or took too long.</exception>
    public static ArraySegment<byte> ToDocx(ArraySegment<byte> file, string extension, ReadLimits limits, CancellationToken ct)
    {
        var office = Programs.Find(Program, limits) ?? Programs.Find("libreoffice", limits) ?? throw new UnreadableDocumentException("needs-office",
            $"Tệp {extension} cần LibreOffice để đọc, nhưng máy chủ chưa cài. Hãy lưu thành .docx, hoặc cài bằng lệnh: apt install libreoffice-writer",
            $"Reading {extension} needs LibreOffice, which is not installed. Save the file as .docx, or: apt install libreoffice-writer");
        return Programs.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "in" + extension), file.AsSpan());
            // A profile of its own: two runs at once would wait for each other, and nothing of the user's settings may count.
            var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName;
            File.WriteAllText(Path.Combine(profile, "registrymodifications.xcu"), Settings);
            var done = Programs.Run(office, folder, limits.ProgramTimeout, limits.OfficeMemory, ct, $"-env:UserInstallation={new Uri(Path.GetDirectoryName(profile)!).AbsoluteUri}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", Path.Combine(folder, "out"), "in" + extension);
            var docx = new FileInfo(Path.Combine(folder, "out", "in.docx"));
            if (!done || !docx.Exists)
            {
                throw new UnreadableDocumentException("program-failed",
                    $"LibreOffice không mở được tệp {extension} này: tệp hỏng, có mật khẩu, hoặc cần quá {limits.OfficeMemory / 1_000_000} MB bộ nhớ, vượt giới hạn.",
                    $"LibreOffice could not open this {extension} file: it is damaged, has a password, or needs more than {limits.OfficeMemory / 1_000_000} MB of memory, which is the limit.");
            }
            return docx.Length <= limits.MaxFileBytes ? File.ReadAllBytes(docx.FullName) : throw UnreadableDocumentException.TooLarge(limits.MaxFileBytes);
        });
    }
}
