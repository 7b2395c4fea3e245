using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.Corpus.Word;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>A telegram with a text box, a draft full of fields.</summary>
internal static class Urgent
{
    /// <summary>The urgency stands in a text box; numbers are an automatic list whose label ends with a stop.</summary>
    public static WordFile Telegram =>
        new()
        {
            Styles = Styles(),
            Numbering = Abstract(0, Lvl(0, "decimal", "%1."), Lvl(1, "lowerLetter", "%2)")) + Instance(1, 0),
            Body =
                Head(
                    "CHỦ TỊCH ỦY BAN NHÂN DÂN | TỈNH HẢI SƠN | Số: 09/CĐ-CT",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Hải Sơn, ngày 28 tháng 8 năm 2025"
                )
                + Box("HỎA TỐC")
                + C("CÔNG ĐIỆN")
                + C("Về việc bảo đảm an ninh, trật tự trong dịp nghỉ lễ Quốc khánh 02/9/2025")
                + T("Chủ tịch Ủy ban nhân dân tỉnh điện:")
                + T("- Giám đốc các Sở, Thủ trưởng các ban, ngành tỉnh;")
                + T("- Chủ tịch Ủy ban nhân dân các xã, phường.")
                + T("Thực hiện Công điện số 139/CĐ-TTg ngày 25/8/2025 của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:")
                + N(1, 0, "Công an tỉnh chủ trì, phối hợp với Sở Xây dựng phân luồng giao thông, bố trí lực lượng ứng trực 24/24 giờ.")
                + N(1, 0, "Sở Văn hóa, Thể thao và Du lịch kiểm tra 100% cơ sở lưu trú trước ngày 31/8/2025.")
                + N(1, 0, "Bộ Chỉ huy Quân sự tỉnh sẵn sàng lực lượng, phương tiện cứu hộ, cứu nạn.")
                + N(1, 0, "Chủ tịch Ủy ban nhân dân các xã, phường:")
                + N(1, 1, "Tổ chức trực lãnh đạo, trực ban suốt kỳ nghỉ lễ;")
                + N(1, 1, "Báo cáo tình hình về Công an tỉnh trước 16 giờ hằng ngày./.")
                + Foot("- Như trên; | - Thủ tướng Chính phủ; | - Lưu: VT, NC.", "CHỦ TỊCH |  | Nguyễn Hải Đăng"),
        };

    /// <summary>
    /// Number and day are blank; the date of the base, the school year and the figures are fields; two lists of one shape,
    /// the second begun anew.
    /// </summary>
    public static WordFile Draft =>
        new()
        {
            Styles = Styles(),
            Numbering =
                Abstract(0, Lvl(0, "decimal", "%1."), Lvl(1, "decimal", "%1.%2."))
                + Instance(1, 0)
                + Instance(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
            Header = P("DỰ THẢO LẦN 2", "<w:jc w:val=\"right\"/>", Bold),
            Body =
                Head(
                    "SỞ GIÁO DỤC VÀ ĐÀO TẠO | TRƯỜNG THPT NGÔ QUYỀN | Số:      /KH-NQ",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Đông Hòa, ngày      tháng 9 năm 2026"
                )
                + C("KẾ HOẠCH")
                + C("Xây dựng trường học an toàn về an ninh, trật tự năm học 2026 - 2027")
                + Mix(
                    "",
                    R("Căn cứ Thông tư liên tịch số "),
                    Field("REF so_hieu \\h", "06/2015/TTLT-BCA-BGDĐT"),
                    R(" ngày "),
                    Field("DATE \\@ \"dd/MM/yyyy\"", "28/8/2015"),
                    R(" của Bộ Công an và Bộ Giáo dục và Đào tạo;")
                )
                + T("Trường THPT Ngô Quyền xây dựng Kế hoạch như sau:")
                + H("I. MỤC TIÊU")
                + Mix(Num(1), Field("= 100", "100"), R("% cán bộ, giáo viên, học sinh ký cam kết không vi phạm pháp luật."))
                + N(1, 0, "Không quá 01% học sinh bị xử lý kỷ luật.")
                + N(1, 0, "Mỗi lớp thành lập 01 tổ tự quản.")
                + H("II. PHÂN CÔNG NHIỆM VỤ")
                + N(2, 0, "Ban Giám hiệu", true)
                + N(2, 1, "Ký quy chế phối hợp với Công an phường Đông Hòa trong tháng 9/2026.")
                + N(2, 0, "Đoàn Thanh niên", true)
                + N(2, 1, "Tổ chức tối thiểu 03 buổi ngoại khóa về pháp luật trong năm học.")
                + N(2, 1, "Duy trì đội thanh niên xung kích.")
                + N(2, 0, "Giáo viên chủ nhiệm", true)
                + N(2, 1, "Nắm chắc tư tưởng học sinh, báo cáo Ban Giám hiệu hằng tuần.")
                + Foot("- Sở Giáo dục và Đào tạo (để b/c); | - Công an phường; | - Lưu: VT.", "HIỆU TRƯỞNG"),
        };
}
