namespace ThiDua.Plans.Source;

/// <summary>Old Office files (compound files), told apart by the names of their streams.</summary>
internal static class OleFile
{
    /// <summary>The file, when it is a Word document of 97-2003.</summary>
    public static ArraySegment<byte> RequireWord(ArraySegment<byte> file)
    {
        ReadOnlySpan<byte> bytes = file;
        if (bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0)
        {
            throw new UnreadableDocumentException(
                "encrypted",
                "Tệp Word có mật khẩu, không đọc được. Hãy bỏ mật khẩu rồi thử lại.",
                "The Word file is protected by a password."
            );
        }
        return bytes.IndexOf("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) >= 0
            ? file
            : throw new UnreadableDocumentException(
                "not-a-document",
                "Đây không phải văn bản Word (có thể là bảng tính, bài trình chiếu hoặc thư). Hãy dùng tệp .docx hoặc .pdf của kế hoạch.",
                "This is not a Word document. Use the plan's .docx or .pdf."
            );
    }
}
