using ThiDua.Plans.Tests.Source;

namespace ThiDua.Plans.Tests.Reading;

/// <summary>Files that are no plan draw a warning; no plan does.</summary>
public sealed class PlanLikenessTests
{
    [Theory]
    [InlineData(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐĂNG KÝ\nKính gửi: Hội "
            + "đồng xã\nHọ và tên: ......\nNgày sinh: ......"
    )]
    [InlineData(
        "UBND XÃ PHƯỚC LỘC\nSố: 12/BC-UBND\nPhước Lộc, ngày 12 tháng 3 năm 2025\nBẢNG ĐĂNG KÝ\nSTT, Họ "
            + "tên, Danh hiệu\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    )]
    [InlineData("PHONG TRÀO TOÀN DÂN\nBài giảng\nKhái niệm\n- Là phong trào tự nguyện\nCâu hỏi\n1. Nêu vai trò?\n2. Liên hệ?\nXin cảm ơn!")]
    [InlineData("HƯỚNG DẪN SỬ DỤNG PHẦN MỀM\n1. Đăng nhập\n1.1. Mật khẩu dài ít nhất 8 ký tự.\n2. Tạo mới\n2.1. Nhấn nút Thêm.")]
    [InlineData("HÓA ĐƠN\nMẫu số: 01GTKT\nGiấy A4 | 10 | 75.000 | 750.000")]
    [InlineData("Công an xã ra quân\nSáng 12/3, Công an xã phối hợp với các đoàn thể tổ chức lễ ra quân.")]
    public void A_form_slides_a_manual_and_news_are_told(string text) => Assert.Contains("not-a-plan", Codes(text));

    [Theory]
    [InlineData("KẾ HOẠCH\nThi đua năm 2025\n1. Công an xã tuần tra.")]
    [InlineData("I. MỤC TIÊU\n1. 85% hộ đăng ký thi đua.\nII. NHIỆM VỤ\n1. Công an xã chủ trì tuần tra.")]
    [InlineData("UBND XÃ\nSố: 12/TB-UBND\nXã, ngày 12 tháng 3 năm 2025\nTHÔNG BÁO\nVề việc ra quân\n1. Công an xã chủ trì tuần tra.")]
    [InlineData("Kế hoạch về phát động thi đua năm 2025\n1. Công an xã tuần tra.")]
    public void A_plan_however_short_is_not(string text) => Assert.DoesNotContain("not-a-plan", Codes(text));

    private static IEnumerable<string> Codes(string text) => PlanReader.Read(Documents.Read(text, "a.txt")).Warnings.Select(w => w.Code);
}
