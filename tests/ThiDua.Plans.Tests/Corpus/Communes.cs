using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.Corpus.Word;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Plans of communes of the two-tier years.</summary>
internal static class Communes
{
    /// <summary>
    /// Every number is Word's own: headings numbered by their styles, points in the order of Vietnamese letters, begun anew
    /// under each heading.
    /// </summary>
    public static WordFile Traffic =>
        new()
        {
            Styles = Styles(
                Style("u1", "heading 1", "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/>")
                    + Style("u2", "heading 2", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"1\"/>")
            ),
            Numbering =
                Abstract(
                    0,
                    Lvl(0, "upperRoman", "%1.", "<w:pStyle w:val=\"u1\"/>"),
                    Lvl(1, "decimal", "%2.", "<w:pStyle w:val=\"u2\"/>"),
                    Lvl(2, "lowerLetter", "%3)"),
                    Lvl(3, "bullet", "-")
                ) + Instance(1, 0),
            Header = P("2", Centre),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN | XÃ PHÚ THỊNH | Số: 27/KH-UBND",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Phú Thịnh, ngày 20 tháng 01 năm 2026"
                )
                + C("KẾ HOẠCH")
                + C("Bảo đảm trật tự, an toàn giao thông năm 2026 trên địa bàn xã")
                + T("Căn cứ Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15 ngày 27 tháng 6 năm 2024;")
                + T(
                    "Thực hiện Kế hoạch số 15/KH-UBND ngày 08/01/2026 của Ủy ban nhân dân tỉnh về bảo đảm trật "
                        + "tự, an toàn giao thông năm 2026, Ủy ban nhân dân xã xây dựng Kế hoạch như sau:"
                )
                + S("u1", "MỤC ĐÍCH, YÊU CẦU")
                + S("u2", "Mục đích")
                + N(1, 2, "Nâng cao ý thức chấp hành pháp luật của người tham gia giao thông.")
                + N(1, 2, "Kéo giảm tai nạn giao thông một cách bền vững.")
                + S("u2", "Yêu cầu")
                + N(1, 2, "Xác định rõ trách nhiệm của từng cơ quan, đơn vị, gắn với trách nhiệm của người đứng đầu.")
                + S("u1", "CHỈ TIÊU")
                + N(1, 1, "Giảm ít nhất 10% số vụ tai nạn giao thông so với năm 2025.")
                + N(1, 1, "100% trường học trên địa bàn ký cam kết chấp hành pháp luật về giao thông.")
                + N(1, 1, "Mỗi thôn duy trì ít nhất 01 đoạn đường tự quản.")
                + S("u1", "NHIỆM VỤ")
                + S("u2", "Công an xã")
                + N(1, 2, "Chủ trì tuần tra, kiểm soát trên các tuyến đường trục xã, tập trung vào buổi tối và các ngày nghỉ.")
                + N(1, 2, "Điều tra, xử lý các vụ tai nạn theo thẩm quyền.")
                + N(1, 2, "Phối hợp với các trường học quản lý việc giao xe cho học sinh.")
                + N(1, 2, "Rà soát các điểm đen, kiến nghị khắc phục trước ngày 30/4/2026.")
                + N(1, 2, "Thống kê, phân tích nguyên nhân tai nạn hằng quý.")
                + N(1, 2, "Tham mưu Ủy ban nhân dân xã sơ kết công tác 6 tháng đầu năm.")
                + S("u2", "Phòng Kinh tế")
                + N(1, 2, "Sửa chữa các đoạn đường hư hỏng, cắm biển báo tại các nút giao.")
                + N(1, 2, "Giải tỏa hành lang an toàn đường bộ.")
                + S("u2", "Phòng Văn hóa - Xã hội")
                + N(1, 2, "Tuyên truyền trên hệ thống truyền thanh cơ sở ít nhất 02 lần/tuần.")
                + S("u1", "TỔ CHỨC THỰC HIỆN")
                + N(1, 1, "Trưởng các thôn vận động Nhân dân tự quản các tuyến đường liên thôn.")
                + N(1, 1, "Giao Công an xã theo dõi, đôn đốc việc thực hiện Kế hoạch này./.")
                + Foot(
                    "- Ủy ban nhân dân tỉnh; | - Thường trực Đảng ủy xã; | - Các thôn; | - Lưu: VT, CAX.",
                    "TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH |  | Lò Văn Thắng"
                ),
        };

    /// <summary>
    /// Headings only by bold, typed by hand; dashes and plus signs are automatic bullets; the number stands in a content
    /// control.
    /// </summary>
    public static WordFile TwoTier =>
        new()
        {
            Styles = Styles(),
            Numbering = Abstract(0, Lvl(0, "bullet", "-"), Lvl(1, "bullet", "+")) + Instance(1, 0),
            Body =
                Head("HỘI ĐỒNG NHÂN DÂN | XÃ MƯỜNG KHOA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc")
                    .Replace("HỘI ĐỒNG NHÂN DÂN", "ỦY BAN NHÂN DÂN", StringComparison.Ordinal)
                + Mix(Centre, R("Số: "), Control("104/KH-UBND"))
                + Mix("<w:jc w:val=\"right\"/>", R("Mường Khoa, ngày ", Italic), Control("12"), R(" tháng 02 năm 2026", Italic))
                + C("KẾ HOẠCH")
                + C("Phát động phong trào thi đua xây dựng xã an toàn về an ninh, trật tự năm 2026")
                + T(
                    "Căn cứ Luật Thi đua, khen thưởng năm 2022; Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của "
                        + "Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng;"
                )
                + T("Thực hiện Kế hoạch số 33/KH-UBND ngày 30/01/2026 của UBND tỉnh, UBND xã phát động phong trào thi đua như sau:")
                + H("I. MỤC ĐÍCH, YÊU CẦU")
                + N(1, 0, "Khơi dậy tinh thần tự giác của cán bộ và Nhân dân các dân tộc trong xã.")
                + N(1, 0, "Thi đua thiết thực, không phô trương, hình thức.")
                + H("II. NỘI DUNG, CHỈ TIÊU THI ĐUA")
                + H("1. Chỉ tiêu chung")
                + N(1, 0, "Trên 85% số bản đạt tiêu chuẩn an toàn về an ninh, trật tự; từ 90% hộ gia đình trở lên ký cam kết.")
                + N(1, 0, "Tiếp nhận và giải quyết 100% tin báo, tố giác về tội phạm.")
                + H("2. Chỉ tiêu đối với các bản")
                + N(1, 0, "Mỗi bản:")
                + N(1, 1, "Duy trì hoạt động của 01 tổ bảo vệ an ninh, trật tự;")
                + N(1, 1, "Tổ chức ít nhất 04 buổi họp dân trong năm để phổ biến pháp luật.")
                + H("III. PHÂN CÔNG THỰC HIỆN")
                + T(
                    "**1. Công an xã:** là cơ quan thường trực, hướng dẫn, theo dõi và chấm điểm thi đua; báo "
                        + "cáo Chủ tịch UBND xã trước ngày 15/12/2026."
                )
                + T("**2. Văn phòng HĐND và UBND:** tham mưu công tác khen thưởng, bảo đảm kinh phí.")
                + T("**3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã:** vận động hội viên, đoàn viên hưởng ứng phong trào.")
                + T("**4. Các bản:** đăng ký thi đua trước ngày 28/02/2026.")
                + T("Trên đây là Kế hoạch phát động phong trào thi đua năm 2026, yêu cầu các đơn vị, các bản nghiêm túc thực hiện./.")
                + Foot("- Sở Nội vụ; | - TT. Đảng ủy, TT. HĐND xã; | - Như mục III; | - Lưu: VT.", "CHỦ TỊCH |  | Cầm Thị Hoa"),
        };
}
