using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.Corpus.Word;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Plans of cities and of several organs together.</summary>
internal static class Cities
{
    /// <summary>Numbers within numbers by one automatic list: "1.", "1.1.", "1.1.1."; the roman parts are a list of their own.</summary>
    public static WordFile Levels =>
        new()
        {
            Styles = Styles(),
            Numbering =
                Abstract(0, Lvl(0, "upperRoman", "%1."))
                + Abstract(1, Lvl(0, "decimal", "%1."), Lvl(1, "decimal", "%1.%2."), Lvl(2, "decimal", "%1.%2.%3."))
                + Instance(1, 0)
                + Instance(2, 1)
                + Instance(
                    3,
                    1,
                    "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride><w:lvlOverride "
                        + "w:ilvl=\"1\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
                ),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN | THÀNH PHỐ ĐÔNG KINH | Số: 118/KH-UBND",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Đông Kinh, ngày 02 tháng 4 năm 2026"
                )
                + C("KẾ HOẠCH")
                + C("Triển khai Đề án phát triển ứng dụng dữ liệu về dân cư trên địa bàn Thành phố năm 2026")
                + T(
                    "Căn cứ các Quyết định của Thủ tướng Chính phủ: số 06/QĐ-TTg ngày 06/01/2022, số "
                        + "1012/QĐ-TTg ngày 20/9/2024; Chỉ thị số 07/CT-TTg ngày 14/3/2025;"
                )
                + N(1, 0, "CHỈ TIÊU", true)
                + N(2, 0, "Về dịch vụ công", true)
                + N(2, 1, "Tỷ lệ hồ sơ trực tuyến toàn trình đạt tối thiểu 80%.")
                + N(2, 1, "Rút ngắn ít nhất 30% thời gian giải quyết thủ tục hành chính.")
                + N(2, 0, "Về định danh điện tử", true)
                + N(2, 1, "Trên 95% công dân đủ điều kiện được cấp tài khoản định danh mức độ 2.")
                + N(2, 1, "Cấp mới 120.000 căn cước cho công dân dưới 14 tuổi.")
                + N(1, 0, "NHIỆM VỤ", true)
                + N(3, 0, "Nhóm nhiệm vụ về pháp lý", true)
                + N(3, 1, "Sở Tư pháp chủ trì rà soát văn bản quy phạm pháp luật, hoàn thành trong quý II/2026.")
                + N(3, 0, "Nhóm nhiệm vụ về dữ liệu", true)
                + N(3, 1, "Công an Thành phố")
                + N(3, 2, "Làm sạch dữ liệu dân cư, bảo đảm “đúng, đủ, sạch, sống”.")
                + N(3, 2, "Kết nối dữ liệu đất đai với Cơ sở dữ liệu quốc gia về dân cư.")
                + N(3, 1, "Sở Y tế cập nhật sổ sức khỏe điện tử trước ngày 30/9/2026.")
                + N(1, 0, "KINH PHÍ", true)
                + T("Kinh phí thực hiện là 25 tỷ đồng từ ngân sách Thành phố.")
                + N(1, 0, "TỔ CHỨC THỰC HIỆN", true)
                + T(
                    "Giao Công an Thành phố chủ trì, phối hợp với Văn phòng Ủy ban nhân dân Thành phố theo "
                        + "dõi, định kỳ hằng tháng báo cáo Chủ tịch Ủy ban nhân dân Thành phố./."
                )
                + Foot(
                    "- Tổ công tác Đề án 06 của Chính phủ; | - Chủ tịch, các PCT UBND TP; | - UBND các xã, phường; | - Lưu: VT, KSTTHC.",
                    "TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH |  | Tôn Nữ Mai Anh"
                ),
        };

    /// <summary>
    /// Two organs sign one paper; parts are lettered by hand, their articles bold in the line, points broken by soft line
    /// breaks.
    /// </summary>
    public static WordFile Joint =>
        new()
        {
            Styles = Styles(),
            Body =
                Head(
                    "CÔNG AN TỈNH - HỘI LIÊN HIỆP PHỤ NỮ | TỈNH KIM BẢNG | Số: 02/KHPH-CAT-HLHPN",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Kim Bảng, ngày 08 tháng 3 năm 2024"
                )
                + C("KẾ HOẠCH PHỐI HỢP")
                + C("Quản lý, giáo dục người thân trong gia đình không phạm tội và tệ nạn xã hội năm 2024")
                + T(
                    "Thực hiện Nghị quyết liên tịch số 01/NQLT-BCA-HLHPNVN ngày 07/01/2002 của Bộ Công an và "
                        + "Trung ương Hội Liên hiệp Phụ nữ Việt Nam; Chương trình phối hợp số 03/CTr-BCA-HLHPN ngày "
                        + "18 tháng 8 năm 2022."
                )
                + H("A. MỤC TIÊU")
                + T("- 100% cơ sở hội ký kết chương trình phối hợp.\n- Cảm hóa, giúp đỡ ít nhất 150 người lầm lỗi tái hòa nhập cộng đồng.")
                + H("B. TRÁCH NHIỆM")
                + H("I. Công an tỉnh")
                + T("1. Chỉ đạo Công an các huyện, thành phố phối hợp với Hội Phụ nữ cùng cấp.")
                + T("2. Tập huấn nghiệp vụ cho cán bộ hội, ít nhất 02 lớp trong năm.")
                + H("II. Hội Liên hiệp Phụ nữ tỉnh")
                + T("1. Xây dựng 05 câu lạc bộ “Gia đình không có người phạm tội”.")
                + T("2. Giám sát, phản biện các chính sách liên quan đến phụ nữ, trẻ em.")
                + H("C. TỔ CHỨC THỰC HIỆN")
                + T(
                    "Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc và Ban Tuyên giáo Hội Liên hiệp Phụ nữ "
                        + "tỉnh làm đầu mối, tổng hợp kết quả, báo cáo lãnh đạo hai ngành trước ngày 15/11/2024./."
                )
                + Foot(
                    "- Bộ Công an (V05); | - Trung ương Hội LHPN Việt Nam; | - Công an, Hội LHPN các huyện, "
                        + "thành phố; | - Lưu: CAT, HLHPN.",
                    "GIÁM ĐỐC CÔNG AN TỈNH |  | Đại tá Lê Hồng Phúc"
                ),
        };
}
