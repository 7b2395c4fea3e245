using System.Globalization;
using ThiDua.Plans.Tests.SourcePdf;

namespace ThiDua.Plans.Tests.Corpus;

internal static class Printed
{
    /// <summary>
    /// Two columns of letterhead, running page numbers, sentences wrapped by hand over lines and over the page break, a
    /// ruled table of tasks.
    /// </summary>
    public static PdfFile Plan()
    {
        var file = new PdfFile()
            .At(110, 780, "ỦY BAN NHÂN DÂN", bold: true)
            .At(290, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true)
            .At(105, 764, "PHƯỜNG HÒA BÌNH", bold: true)
            .At(330, 764, "Độc lập - Tự do - Hạnh phúc", bold: true)
            .At(115, 740, "Số: 55/KH-UBND")
            .At(310, 740, "Hòa Bình, ngày 23 tháng 02 năm 2026")
            .Down(70)
            .Centred("KẾ HOẠCH")
            .Centred("Phòng ngừa xã hội đối với tội phạm và vi phạm pháp luật năm 2026")
            .Down(10)
            .Line("Thực hiện Kế hoạch số 20/KH-UBND ngày 29/01/2026 của Ủy ban nhân dân", indent: true)
            .Line("Thành phố về phòng ngừa xã hội đối với tội phạm, Ủy ban nhân dân phường xây dựng")
            .Line("Kế hoạch như sau:")
            .Line("I. MỤC TIÊU", indent: true, bold: true)
            .Line("1. Kéo giảm từ 3% đến 5% số vụ phạm tội về trật tự xã hội so với", indent: true)
            .Line("năm 2025.")
            .Line("2. 100% khu phố có mô hình tự quản về an ninh, trật tự hoạt động hiệu", indent: true)
            .Line("quả.")
            .Line("II. NHIỆM VỤ", indent: true, bold: true)
            .Line("1. Công an phường", indent: true, bold: true)
            .Line("- Chủ trì nắm tình hình, quản lý các đối tượng trên địa bàn; phối hợp với", indent: true)
            .Line("Ủy ban Mặt trận Tổ quốc Việt Nam phường vận động Nhân dân tố giác tội")
            .Line("phạm trước, trong và sau các ngày lễ lớn của đất nước được tổ chức trên địa");
        Number(file, 1);
        file.Page()
            .Line("bàn phường.")
            .Line("2. Phòng Văn hóa - Xã hội", indent: true, bold: true)
            .Line("- Tổ chức ít nhất 04 hội nghị tuyên truyền pháp luật tại các khu phố.", indent: true)
            .Line("III. LỘ TRÌNH THỰC HIỆN", indent: true, bold: true)
            .Table(
                [85, 115, 310, 440, 545],
                40,
                ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn"],
                ["1", "Ký kết quy chế phối hợp", "Công an phường", "31/3/2026"],
                ["2", "Sơ kết 6 tháng đầu năm", "Văn phòng HĐND\nvà UBND phường", "30/6/2026"]
            )
            .Down(12)
            .Line("IV. TỔ CHỨC THỰC HIỆN", indent: true, bold: true)
            .Line("Giao Công an phường theo dõi, đôn đốc việc thực hiện Kế hoạch này./.", indent: true)
            .At(85, 430, "Nơi nhận:", bold: true, size: 12)
            .At(350, 430, "TM. ỦY BAN NHÂN DÂN", bold: true)
            .At(85, 414, "- Công an Thành phố;", size: 11)
            .At(395, 414, "CHỦ TỊCH", bold: true)
            .At(85, 400, "- Các khu phố;", size: 11)
            .At(85, 386, "- Lưu: VT, CAP.", size: 11)
            .At(370, 340, "Đào Thị Kim Liên", bold: true);
        Number(file, 2);
        return file;
    }

    private static void Number(PdfFile file, int page) => file.At(300, 30, page.ToString(CultureInfo.InvariantCulture));
}
