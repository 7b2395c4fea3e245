namespace ThiDua.Paper.Rules;

/// <summary>Names and abbreviations of document types: Annex III, table of abbreviations. A letter (công văn) has none.</summary>
internal static class DocumentTypes
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["NGHỊ QUYẾT"] = "NQ",
        ["QUYẾT ĐỊNH"] = "QĐ",
        ["CHỈ THỊ"] = "CT",
        ["QUY CHẾ"] = "QC",
        ["QUY ĐỊNH"] = "QyĐ",
        ["THÔNG CÁO"] = "TC",
        ["THÔNG BÁO"] = "TB",
        ["HƯỚNG DẪN"] = "HD",
        ["CHƯƠNG TRÌNH"] = "CTr",
        ["KẾ HOẠCH"] = "KH",
        ["PHƯƠNG ÁN"] = "PA",
        ["ĐỀ ÁN"] = "ĐA",
        ["DỰ ÁN"] = "DA",
        ["BÁO CÁO"] = "BC",
        ["BIÊN BẢN"] = "BB",
        ["TỜ TRÌNH"] = "TTr",
        ["HỢP ĐỒNG"] = "HĐ",
        ["CÔNG ĐIỆN"] = "CĐ",
        ["BẢN GHI NHỚ"] = "BGN",
        ["BẢN THỎA THUẬN"] = "BTT",
        ["GIẤY ỦY QUYỀN"] = "GUQ",
        ["GIẤY MỜI"] = "GM",
        ["GIẤY GIỚI THIỆU"] = "GGT",
        ["GIẤY NGHỈ PHÉP"] = "GNP",
        ["PHIẾU GỬI"] = "PG",
        ["PHIẾU CHUYỂN"] = "PC",
        ["PHIẾU BÁO"] = "PB",
    };

    public static bool IsType(string text) => Abbreviations.ContainsKey(Key(text));

    public static string? Abbreviation(string typeName) => Abbreviations.GetValueOrDefault(Key(typeName));

    private static string Key(string text) =>
        OfficialText.Upper(text.Trim()).Replace("OẢ", "ỎA", StringComparison.Ordinal).Replace("UỶ", "ỦY", StringComparison.Ordinal);
}
