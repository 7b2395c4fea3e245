using ThiDua.Plans.Tests.SourceDocx;
using static ThiDua.Plans.Tests.Corpus.Word;
using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Papers whose substance stands in tables.</summary>
internal static class Committees
{
    /// <summary>A steering committee's assignment table: groups over the whole width, leads merged over several rows.</summary>
    public static WordFile Table =>
        new()
        {
            Styles = Styles(),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN XÃ ĐỨC HÒA | BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM | Số: 06/KH-BCĐ",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | Đức Hòa, ngày 15 tháng 01 năm 2026"
                )
                + C("KẾ HOẠCH")
                + C("Công tác của Ban Chỉ đạo phòng, chống tội phạm năm 2026")
                + T(
                    "Căn cứ Quyết định số 30/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân xã về kiện toàn Ban Chỉ đạo phòng, chống tội phạm;"
                )
                + H("I. CHỈ TIÊU")
                + T("1. Kéo giảm ít nhất 5% số vụ phạm pháp hình sự so với năm 2025.")
                + T("2. Tỷ lệ điều tra, khám phá đạt trên 85%; án rất nghiêm trọng đạt từ 95% trở lên.")
                + H("II. PHÂN CÔNG NHIỆM VỤ")
                + Grid(
                    "STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm",
                    "A | Công tác phòng ngừa | < | < | < | <",
                    "1 | Xây dựng mô hình dân vận khéo về an ninh, trật tự | Công an xã | Ủy ban Mặt trận Tổ "
                        + "quốc Việt Nam xã | 30/6/2026 | Mô hình",
                    "2 | Rà soát đối tượng có tiền án, tiền sự | ^ | Các ấp | Hằng quý | Danh sách",
                    "3 | Tuyên truyền pháp luật trong trường học | Phòng Văn hóa - Xã hội | Đoàn Thanh niên xã | 31/5/2026 | 06 buổi",
                    "B | Công tác đấu tranh | < | < | < | <",
                    "4 | Mở các đợt cao điểm tấn công, trấn áp tội phạm | Công an xã | Ban Chỉ huy Quân sự xã | 15/12/2026 | Báo cáo"
                )
                + H("III. TỔ CHỨC THỰC HIỆN")
                + T("1. Các thành viên Ban Chỉ đạo báo cáo kết quả về Công an xã trước ngày 10 hằng tháng.")
                + T("2. Công an xã là cơ quan thường trực, tổng hợp, báo cáo Trưởng Ban Chỉ đạo./.")
                + Foot(
                    "- Ban Chỉ đạo tỉnh; | - Thành viên Ban Chỉ đạo xã; | - Lưu: BCĐ.",
                    "TM. BAN CHỈ ĐẠO | TRƯỞNG BAN |  | CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ | Võ Thanh Tùng"
                ),
        };

    /// <summary>A programme whose targets and tasks stand in two appendices, behind the signature, with a head of two rows.</summary>
    public static WordFile Programme =>
        new()
        {
            Styles = Styles(Style("d1", "heading 1", "<w:outlineLvl w:val=\"0\"/>")),
            Body =
                Head(
                    "ỦY BAN NHÂN DÂN | TỈNH AN PHÚ | Số: 08/CTr-UBND",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | An Phú, ngày 30 tháng 12 năm 2025"
                )
                + C("CHƯƠNG TRÌNH")
                + C("Phòng, chống mua bán người giai đoạn 2026 - 2030")
                + T(
                    "Căn cứ Luật Phòng, chống mua bán người số 53/2024/QH15 ngày 28 tháng 11 năm 2024; Quyết "
                        + "định số 2510/QĐ-TTg ngày 18/11/2025 của Thủ tướng Chính phủ."
                )
                + S("d1", "I. MỤC TIÊU")
                + T("1. Mục tiêu chung: giảm nguy cơ mua bán người, bảo vệ nạn nhân.")
                + T("2. Các chỉ tiêu cụ thể nêu tại Phụ lục I.")
                + S("d1", "II. GIẢI PHÁP")
                + T("1. Công an tỉnh chủ trì triển khai các chuyên án truy quét đường dây mua bán người.")
                + T("2. Bộ đội Biên phòng tỉnh quản lý chặt chẽ các đường mòn, lối mở.")
                + T("3. Hội Liên hiệp Phụ nữ tỉnh hỗ trợ nạn nhân hòa nhập cộng đồng.")
                + S("d1", "III. TỔ CHỨC THỰC HIỆN")
                + T("Phân công nhiệm vụ nêu tại Phụ lục II. Giao Công an tỉnh theo dõi, đôn đốc./.")
                + Foot(
                    "- Bộ Công an; | - Thường trực Tỉnh ủy; | - Các sở, ngành; | - Lưu: VT.",
                    "TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH |  | Lâm Chí Dũng"
                )
                + C("PHỤ LỤC I")
                + C("CÁC CHỈ TIÊU CỤ THỂ")
                + Grid(
                    "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2030",
                    "1 | Tỷ lệ xã, phường triển khai hoạt động truyền thông | % | 100",
                    "2 | Tỷ lệ tố giác, tin báo được giải quyết | % | trên 90",
                    "3 | Số đường dây nóng được duy trì | đường dây | 3"
                )
                + C("PHỤ LỤC II")
                + C("PHÂN CÔNG NHIỆM VỤ")
                + Grid(
                    "TT | Nhiệm vụ | Cơ quan thực hiện | < | Thời gian hoàn thành",
                    "^ | ^ | Chủ trì | Phối hợp | ^",
                    "1 | Xây dựng cơ sở dữ liệu về nạn nhân | Công an tỉnh | Sở Y tế | 31/12/2026",
                    "2 | Đào tạo cán bộ tiếp nhận nạn nhân | Sở Y tế | Hội Liên hiệp Phụ nữ tỉnh | Hằng năm"
                ),
        };
}
