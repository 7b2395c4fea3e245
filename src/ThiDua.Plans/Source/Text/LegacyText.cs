namespace ThiDua.Plans.Source.Text;

/// <summary>What is said to the person who imports when letters had to be converted.</summary>
internal static class LegacyText
{
    public static Warning Warning(string encoding) =>
        new("old-encoding", $"Văn bản dùng bảng mã cũ ({encoding}), đã chuyển sang Unicode; hãy soát lại chính tả và chữ hoa.", null);
}
