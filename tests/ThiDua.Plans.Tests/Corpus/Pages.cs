namespace ThiDua.Plans.Tests.Corpus;

/// <summary>Plans as web pages.</summary>
internal static class Pages
{
    /// <summary>Saved by Word as a filtered page: its classes, printed list labels in spans of their own, hard spaces, lines wrapped in mid-sentence.</summary>
    public const string FromWord = """
        <html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered)">
        <style><!-- p.MsoNormal {margin:0cm; text-align:justify} p.TieuDe {text-align:center; font-weight:bold} --></style></head><body lang=VI><div class=WordSection1>
        <table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0><tr><td width=240 valign=top><p class=TieuDe>ỦY BAN NHÂN DÂN</p><p class=TieuDe>XÃ SUỐI ĐÁ</p><p align=center>Số: 63/KH-UBND</p></td>
        <td width=380 valign=top><p class=TieuDe>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class=TieuDe>Độc lập - Tự do - Hạnh phúc</p><p align=center><i>Suối Đá, ngày 18 tháng 5
        năm 2026</i></p></td></tr></table>
        <p class=TieuDe>KẾ HOẠCH</p><p class=TieuDe>Tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm 2026</p>
        <p class=MsoNormal>Thực hiện Kế hoạch số 145/KH-UBND ngày 29 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh về tổ chức Ngày hội
        Toàn dân bảo vệ an ninh Tổ quốc; Hướng dẫn số 21/HD-CAT ngày 05/5/2026 của Công an tỉnh, Ủy ban nhân dân xã
        xây dựng Kế hoạch như sau:</p>
        <p class=MsoNormal><b>I.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>MỤC TIÊU</b></p>
        <p class=MsoNormal style='text-indent:-18.0pt'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>100% ấp tổ chức Ngày hội trước ngày 19/8/2026.</p>
        <p class=MsoNormal style='text-indent:-18.0pt'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>Có ít nhất 70% số hộ gia đình cử người
        tham dự.</p>
        <p class=MsoNormal><b>II.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>PHÂN CÔNG NHIỆM VỤ</b></p>
        <p class=MsoNormal>1.&nbsp;<b>Công an xã</b></p><p class=MsoNormal>-&nbsp;Chủ trì xây dựng kịch bản Ngày hội điểm tại ấp Phước Lợi.</p><p class=MsoNormal>-&nbsp;Lựa chọn tập thể, cá nhân tiêu biểu đề nghị khen thưởng.</p>
        <p class=MsoNormal>2.&nbsp;<b>Trung tâm Cung ứng dịch vụ công</b></p><p class=MsoNormal>-&nbsp;Trang trí khánh tiết, tổ chức văn nghệ chào mừng.</p>
        <p class=MsoNormal>3.&nbsp;<b>Các ấp</b></p><p class=MsoNormal>-&nbsp;Xây dựng kế hoạch cụ thể, báo cáo kết quả trước ngày 25/8/2026./.</p>
        <table class=MsoNormalTable border=0><tr><td><p class=MsoNormal><b><i>Nơi nhận:</i></b></p><p class=MsoNormal>- Công an tỉnh;</p><p class=MsoNormal>- Thường trực Đảng ủy xã;</p><p class=MsoNormal>- Lưu: VT.</p></td>
        <td><p class=TieuDe>TM. ỦY BAN NHÂN DÂN</p><p class=TieuDe>CHỦ TỊCH</p><p class=TieuDe>&nbsp;</p><p class=TieuDe>Bùi Ngọc Ánh</p></td></tr></table>
        </div></body></html>
        """;

    /// <summary>An authority's portal: menus and share buttons around the text, lists by mark-up, a ruled table with merged cells.</summary>
    public const string Portal = """
        <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Cổng thông tin điện tử</title><style>.an{display:none}.giua{text-align:center}</style></head><body>
        <header><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/van-ban">Văn bản</a></li></ul></nav></header><main><article>
        <table><tbody><tr><td class="giua"><b>BỘ CHỈ HUY QUÂN SỰ TỈNH<br>BAN CHỈ HUY PHÒNG THỦ KHU VỰC 2</b><br>Số: 77/KH-BCH</td><td class="giua"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br><em>Khu vực 2, ngày 04 tháng 02 năm 2026</em></td></tr></tbody></table>
        <h2 class="giua">KẾ HOẠCH</h2><h3 class="giua">Huấn luyện dân quân tự vệ năm 2026</h3>
        <p>Căn cứ Luật Dân quân tự vệ số 48/2019/QH14 ngày 22/11/2019; Mệnh lệnh số 05/ML-BTL ngày 15/12/2025 của Tư lệnh Quân khu.</p>
        <h4>I. CHỈ TIÊU</h4><ol><li>Quân số huấn luyện đạt từ 98% trở lên.</li><li>Kết quả kiểm tra 100% đạt yêu cầu, trong đó trên 80% khá, giỏi.</li></ol>
        <h4>II. PHÂN CÔNG</h4>
        <table border="1"><thead><tr><th>TT</th><th>Nội dung</th><th>Chủ trì</th><th>Phối hợp</th><th>Thời gian</th></tr></thead><tbody>
        <tr><td>1</td><td>Huấn luyện dân quân năm thứ nhất</td><td rowspan="2">Ban Chỉ huy Quân sự các xã</td><td>Công an các xã</td><td>Tháng 4/2026</td></tr>
        <tr><td>2</td><td>Huấn luyện dân quân thường trực</td><td>Trạm Y tế các xã</td><td>Quý III/2026</td></tr>
        <tr><td>3</td><td>Kiểm tra kết quả huấn luyện</td><td>Phòng Tham mưu</td><td></td><td>30/11/2026</td></tr></tbody></table>
        <h4>III. TỔ CHỨC THỰC HIỆN</h4><ul><li>Giao Phòng Tham mưu theo dõi, tổng hợp, báo cáo Chỉ huy trưởng.</li></ul>
        <table><tr><td><b>Nơi nhận:</b><br>- Bộ Chỉ huy Quân sự tỉnh;<br>- Đảng ủy, UBND các xã;<br>- Lưu: VT, TM.</td><td class="giua"><b>CHỈ HUY TRƯỞNG</b><br><br><b>Thượng tá Trần Quốc Toản</b></td></tr></table>
        <p class="an">Chia sẻ bài viết</p></article></main><footer>Bản quyền thuộc về Cổng thông tin</footer></body></html>
        """;
}
