namespace ThiDua.Plans.Source.External;

/// <summary>.doc, .odt and .rtf through LibreOffice, which turns them into .docx.</summary>
internal static class Office
{
    public const string Program = "soffice";

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
            var done = Programs.Run(office, folder, limits.ProgramTimeout, ct, $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", Path.Combine(folder, "out"), "in" + extension);
            var docx = new FileInfo(Path.Combine(folder, "out", "in.docx"));
            if (!done || !docx.Exists)
            {
                throw new UnreadableDocumentException("program-failed", $"LibreOffice không mở được tệp {extension} này (tệp hỏng hoặc có mật khẩu).", $"LibreOffice could not open this {extension} file.");
            }
            return docx.Length <= limits.MaxFileBytes ? File.ReadAllBytes(docx.FullName) : throw UnreadableDocumentException.TooLarge(limits.MaxFileBytes);
        });
    }
}
