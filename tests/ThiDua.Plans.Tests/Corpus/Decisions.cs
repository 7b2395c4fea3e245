using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.Corpus.Word;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Papers of articles and orders: a decision with its plan, a directive, an amendment.</summary>
internal static class Decisions
{
    /// <summary>
    /// Articles typed by hand, the plan behind a page break with its own letterhead; the subject is broken by soft line
    /// breaks.
    /// </summary>
    public static WordFile WithPlan =>
        new()
        {
            Styles = Styles(),
            Numbering = Abstract(0, Lvl(0, "upperRoman", "%1."), Lvl(1, "decimal", "%2."), Lvl(2, "bullet", "-")) + Instance(1, 0),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN | TỈNH THANH GIANG | Số: 512/QĐ-UBND",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Thanh Giang, ngày 06 tháng 3 năm 2026"
                )
                + C("QUYẾT ĐỊNH")
                + C("Về việc ban hành Kế hoạch chuyển hóa địa bàn phức tạp\nvề trật tự, an toàn xã hội năm 2026")
                + C("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH")
                + T("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;")
                + T("Căn cứ Thông tư số 42/2024/TT-BCA ngày 15 tháng 9 năm 2024 của Bộ trưởng Bộ Công an;")
                + T("Theo đề nghị của Giám đốc Công an tỉnh tại Tờ trình số 210/TTr-CAT ngày 27 tháng 02 năm 2026.")
                + C("QUYẾT ĐỊNH:")
                + T(
                    "**Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch chuyển hóa địa bàn phức tạp về trật tự, an toàn xã hội năm 2026."
                )
                + T(
                    "**Điều 2.** Giao Công an tỉnh chủ trì, hướng dẫn, kiểm tra việc thực hiện Kế hoạch; định "
                        + "kỳ 6 tháng báo cáo Chủ tịch Ủy ban nhân dân tỉnh."
                )
                + T(
                    "**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số "
                        + "377/QĐ-UBND ngày 11/02/2025 của Chủ tịch Ủy ban nhân dân tỉnh."
                )
                + T(
                    "**Điều 4.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Công an tỉnh và Chủ tịch Ủy "
                        + "ban nhân dân các xã, phường chịu trách nhiệm thi hành Quyết định này./."
                )
                + Foot("- Như Điều 4; | - Bộ Công an; | - Thường trực Tỉnh ủy; | - Lưu: VT, NC.", "CHỦ TỊCH |  | Trương Quốc Bình")
                + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
                + Head("ỦY BAN NHÂN DÂN | TỈNH THANH GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc")
                + C("KẾ HOẠCH")
                + C("Chuyển hóa địa bàn phức tạp về trật tự, an toàn xã hội năm 2026")
                + Mix(Centre, R("(Kèm theo Quyết định số 512/QĐ-UBND ngày 06/3/2026 của Chủ tịch UBND tỉnh)", Italic))
                + N(1, 0, "MỤC TIÊU", true)
                + N(1, 2, "Chuyển hóa thành công ít nhất 08 địa bàn phức tạp trong năm 2026.")
                + N(1, 2, "Tỷ lệ điều tra, khám phá các vụ phạm tội về trật tự xã hội tại địa bàn đạt trên 80%.")
                + N(1, 0, "NHIỆM VỤ CỦA CÁC CƠ QUAN", true)
                + N(1, 1, "Công an tỉnh", true)
                + N(1, 2, "Khảo sát, lựa chọn địa bàn; xây dựng hồ sơ chuyển hóa trước ngày 31/3/2026.")
                + N(1, 1, "Sở Tư pháp", true)
                + N(1, 2, "Hướng dẫn tuyên truyền, phổ biến pháp luật tại các địa bàn.")
                + N(1, 1, "Ủy ban nhân dân các xã, phường có địa bàn phức tạp", true)
                + N(1, 2, "Huy động hệ thống chính trị tham gia; bố trí kinh phí cho công tác chuyển hóa."),
        };

    /// <summary>Still full of tracked changes: what was struck out is not read, what was put in is.</summary>
    public static WordFile Directive =>
        new()
        {
            Styles = Styles(),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN | TỈNH BÌNH LÂM | Số: 05/CT-UBND",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Bình Lâm, ngày 12 tháng 01 năm 2026"
                )
                + C("CHỈ THỊ")
                + C("Về tăng cường phòng, chống lừa đảo chiếm đoạt tài sản trên không gian mạng")
                + Mix(
                    "",
                    R("Năm 2025, trên địa bàn tỉnh xảy ra "),
                    Deleted(11, "128"),
                    Inserted(12, "131"),
                    R(
                        " vụ lừa đảo trên không gian mạng, thiệt hại hơn 45 tỷ đồng. Thực hiện Chỉ thị số "
                            + "32/CT-TTg ngày 05/11/2025 của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh chỉ "
                            + "thị:"
                    )
                )
                + Mix("", R("1. Công an tỉnh", Bold))
                + Mix(
                    "",
                    R("a) Chủ trì nắm tình hình, điều tra, xử lý nghiêm; "),
                    Inserted(13, "tỷ lệ điều tra khám phá đạt trên 60%"),
                    Deleted(14, "tỷ lệ điều tra khám phá đạt trên 55%"),
                    R(".")
                )
                + Mix(
                    "",
                    R("b) "),
                    Deleted(15, "Hằng tháng"),
                    Inserted(16, "Hằng quý"),
                    R(" thông báo phương thức, thủ đoạn mới của tội phạm.")
                )
                + Mix("", R("2. Sở Khoa học và Công nghệ", Bold))
                + T("Phối hợp với các doanh nghiệp viễn thông ngăn chặn 100% thuê bao không chính chủ trước ngày 30/6/2026.")
                + Mix(
                    "",
                    Deleted(17, "3. Sở Thông tin và Truyền thông"),
                    Inserted(18, "3. Báo và Phát thanh, Truyền hình tỉnh"),
                    R(" mở chuyên mục cảnh báo, phát sóng ít nhất 02 lần mỗi tuần.")
                )
                + T("4. Ngân hàng Nhà nước chi nhánh Khu vực 9 chỉ đạo các tổ chức tín dụng tạm dừng giao dịch có dấu hiệu bất thường.")
                + T("5. Ủy ban nhân dân các xã, phường tổ chức tuyên truyền đến từng khu dân cư.")
                + T("Chỉ thị này có hiệu lực kể từ ngày ký./.")
                + Foot(
                    "- Thủ tướng Chính phủ; | - Bộ Công an; | - Các sở, ban, ngành tỉnh; | - Lưu: VT, NC.",
                    "CHỦ TỊCH |  | Đặng Thị Minh Châu"
                ),
        };

    /// <summary>What amends another plan; half of its citations stand in footnotes.</summary>
    public static WordFile Amendment =>
        new()
        {
            Styles = Styles(),
            Footnotes =
                NoteText(
                    2,
                    "Kế hoạch số 61/KH-UBND ngày 14/02/2025 của Ủy ban nhân dân phường về phòng, chống ma túy giai đoạn 2025 - 2027."
                ) + NoteText(3, "Nghị quyết số 88/NQ-HĐND ngày 25 tháng 12 năm 2025 của Hội đồng nhân dân phường."),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN | PHƯỜNG BẾN NGHÊ ĐÔNG | Số: 19/KH-UBND",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Bến Nghê Đông, ngày 26 tháng 01 năm 2026"
                )
                + C("KẾ HOẠCH")
                + C("Sửa đổi, bổ sung một số nội dung của Kế hoạch phòng, chống ma túy giai đoạn 2025 - 2027")
                + Mix(
                    "",
                    R("Ủy ban nhân dân phường sửa đổi, bổ sung Kế hoạch phòng, chống ma túy giai đoạn 2025 - 2027"),
                    Note(2),
                    R(" cho phù hợp với Nghị quyết của Hội đồng nhân dân phường"),
                    Note(3),
                    R(" như sau:")
                )
                + H("I. SỬA ĐỔI CHỈ TIÊU")
                + T("1. Nâng tỷ lệ người nghiện có hồ sơ quản lý được cai nghiện từ 60% lên ít nhất 75%.")
                + T("2. Bổ sung chỉ tiêu: xây dựng ít nhất 03 khu phố không có ma túy trong năm 2026.")
                + H("II. BỔ SUNG NHIỆM VỤ")
                + T("1. Công an phường rà soát, lập hồ sơ người sử dụng trái phép chất ma túy, hoàn thành trước ngày 31/3/2026.")
                + T("2. Trạm Y tế phường xác định tình trạng nghiện, phối hợp với Công an phường quản lý sau cai.")
                + T("3. Đoàn Thanh niên phường tổ chức các buổi sinh hoạt chuyên đề tại khu phố.")
                + H("III. ĐIỀU KHOẢN THI HÀNH")
                + T("Các nội dung khác của Kế hoạch số 61/KH-UBND giữ nguyên hiệu lực./.")
                + Foot(
                    "- Công an Thành phố; | - Thường trực Đảng ủy phường; | - Các khu phố; | - Lưu: VT, CAP.",
                    "TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH |  | Huỳnh Tấn Phát"
                ),
        };
}
