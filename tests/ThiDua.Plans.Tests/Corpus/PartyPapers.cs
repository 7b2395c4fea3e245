using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.Corpus.Word;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

internal static class PartyPapers
{
    /// <summary>
    /// The Party's own letterhead and marks: an asterisk, "I-", "1-" as automatic numbers, a line of dashes under the
    /// subject, "T/M".
    /// </summary>
    public static WordFile Ward =>
        new()
        {
            Styles = Styles(),
            Numbering = Abstract(0, Lvl(0, "upperRoman", "%1-"), Lvl(1, "decimal", "%2-"), Lvl(2, "bullet", "-")) + Instance(1, 0),
            Body =
                Head(
                    "ĐẢNG BỘ THÀNH PHỐ NAM HẢI | ĐẢNG ỦY PHƯỜNG TÂN AN | * | Số 41-KH/ĐU",
                    "ĐẢNG CỘNG SẢN VIỆT NAM |  | Tân An, ngày 09 tháng 3 năm 2026"
                )
                + C("KẾ HOẠCH")
                + C(
                    "thực hiện Nghị quyết số 12-NQ/TU, ngày 20/01/2026 của Ban Thường vụ Thành ủy\n"
                        + "về nâng cao hiệu quả phong trào Toàn dân bảo vệ an ninh Tổ quốc"
                )
                + P("-----", Centre)
                + T(
                    "Thực hiện Nghị quyết số 12-NQ/TU và Kế hoạch số 25-KH/TU, ngày 04-02-2026 của Ban Thường "
                        + "vụ Thành ủy, Ban Thường vụ Đảng ủy phường xây dựng Kế hoạch như sau:"
                )
                + N(1, 0, "MỤC ĐÍCH, YÊU CẦU", true)
                + N(1, 1, "Nâng cao nhận thức, trách nhiệm của cấp ủy, tổ chức đảng, đảng viên đối với phong trào.")
                + N(1, 1, "Gắn thực hiện phong trào với xây dựng tổ chức đảng trong sạch, vững mạnh.")
                + N(1, 0, "CHỈ TIÊU", true)
                + N(1, 1, "Trên 95% chi bộ khu phố ban hành nghị quyết chuyên đề.")
                + N(1, 1, "100% đảng viên ký cam kết gương mẫu; phấn đấu kết nạp từ 30 đảng viên trở lên.")
                + N(1, 0, "NHIỆM VỤ, GIẢI PHÁP", true)
                + N(1, 1, "Công tác tuyên truyền", true)
                + N(1, 2, "Ban Xây dựng Đảng chủ trì, phối hợp với Trung tâm Chính trị phường biên soạn tài liệu sinh hoạt chi bộ.")
                + N(1, 1, "Công tác kiểm tra", true)
                + N(1, 2, "Ủy ban Kiểm tra Đảng ủy kiểm tra việc thực hiện tại 06 chi bộ trong năm 2026.")
                + N(1, 0, "TỔ CHỨC THỰC HIỆN", true)
                + N(1, 1, "Đảng ủy Công an phường tham mưu Ban Thường vụ Đảng ủy sơ kết trước ngày 15-12-2026.")
                + N(1, 1, "Đảng ủy các cơ quan Đảng lãnh đạo Ủy ban Mặt trận Tổ quốc Việt Nam phường vận động đoàn viên, hội viên.")
                + N(1, 1, "Văn phòng Đảng ủy theo dõi, định kỳ hằng quý báo cáo Ban Thường vụ Đảng ủy.")
                + Foot(
                    "- Ban Thường vụ Thành ủy (b/c), | - Các chi bộ, đảng bộ trực thuộc, | - Lưu Văn phòng Đảng ủy.",
                    "T/M BAN THƯỜNG VỤ | BÍ THƯ |  | Phan Thị Thùy Dung"
                ),
        };
}
