namespace ThiDua.Plans.Source.External;

/// <summary>.doc, .odt and .rtf through LibreOffice, which turns them into .docx.</summary>
internal static class Office
{
    public const string Program = "soffice";

    // What a document says is not obeyed: nothing is fetched, no link is followed, no macro runs. At the proxy nobody listens.
    private static readonly (string Path, string Name, string Value)[] Settings =
    [
        ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
        ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("Office.Writer/Content/Update", "Link", "2"),
        ("Inet/Settings", "ooInetProxyType", "2"),
        ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
        ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
        ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
        ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
        ("Inet/Settings", "ooInetNoProxy", ""),
    ];

    /// <exception cref="UnreadableDocumentException">
    /// LibreOffice is not installed (<c>needs-office</c>), failed or took too long.
    /// </exception>
    public static ArraySegment<byte> ToDocx(
        ArraySegment<byte> file,
        string extension,
        ReadLimits limits,
        CancellationToken cancellationToken
    )
    {
        var office =
            Programs.Find(Program, limits)
            ?? Programs.Find("libreoffice", limits)
            ?? throw new UnreadableDocumentException(
                "needs-office",
                $"Tệp {extension} cần LibreOffice để đọc, nhưng máy chủ chưa cài. Hãy lưu thành .docx, hoặc cài "
                    + "bằng lệnh: apt install libreoffice-writer",
                $"Reading {extension} needs LibreOffice, which is not installed. Save the file as .docx, or: apt install libreoffice-writer"
            );
        return Programs.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "in" + extension), file.AsSpan());
            var profile = Profile(folder);
            var done = Programs.Run(
                office,
                folder,
                limits.ProgramTimeout,
                limits.OfficeMemory,
                cancellationToken,
                $"-env:UserInstallation={profile}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                Path.Combine(folder, "out"),
                "in" + extension
            );
            var docx = new FileInfo(Path.Combine(folder, "out", "in.docx"));
            if (!done || !docx.Exists)
            {
                throw Failed(extension, limits.OfficeMemory / 1_000_000);
            }
            return docx.Length <= limits.MaxFileBytes
                ? File.ReadAllBytes(docx.FullName)
                : throw UnreadableDocumentException.TooLarge(limits.MaxFileBytes);
        });
    }

    // Its own for each run: two at once would wait for each other, and nothing of the user's settings may count.
    private static string Profile(string folder)
    {
        var profile = Path.Combine(folder, "profile");
        var items = Settings.Select(s =>
            $"""
                <item oor:path="/org.openoffice.{s.Path}"><prop oor:name="{s.Name}" oor:op="fuse"><value>{s.Value}</value></prop></item>
                """
        );
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(profile, "user")).FullName, "registrymodifications.xcu"),
            $"<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">{string.Concat(items)}</oor:items>"
        );
        return new Uri(profile).AbsoluteUri;
    }

    private static UnreadableDocumentException Failed(string extension, long megabytes) =>
        new(
            "program-failed",
            $"LibreOffice không mở được tệp {extension} này: tệp hỏng, có mật khẩu, hoặc cần quá {megabytes} MB bộ nhớ, vượt giới hạn.",
            $"LibreOffice could not open this {extension} file: it is damaged, has a password, or needs more "
                + $"than {megabytes} MB, which is the limit."
        );
}
