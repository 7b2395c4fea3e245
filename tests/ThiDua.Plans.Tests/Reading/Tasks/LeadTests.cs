using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading.Tasks;

/// <summary>Forms in which real plans name who is responsible; the sentences are our own.</summary>
public sealed class LeadTests
{
    [Theory]
    [InlineData("Hỗ trợ phát triển sản xuất theo chuỗi giá trị (Sở Nông nghiệp và Môi trường chủ trì).", "Sở Nông nghiệp và Môi trường")]
    [InlineData("Tuần tra địa bàn giáp ranh (Công an xã chủ trì, phối hợp với dân quân).", "Công an xã")]
    [InlineData(
        "Các phòng: Cảnh sát hình sự (PC02), Cảnh sát điều tra tội phạm về ma túy (PC04) hướng dẫn Công an cơ sở.",
        "Phòng Cảnh sát hình sự|Phòng Cảnh sát điều tra tội phạm về ma túy"
    )]
    [InlineData("Phòng Hậu cần (PH10), Phòng Tài chính (PH01): bảo đảm kinh phí.", "Phòng Hậu cần|Phòng Tài chính")]
    [InlineData("Phòng An ninh kinh tế nội địa (PA04): hướng dẫn xây dựng phong trào.", "Phòng An ninh kinh tế nội địa")]
    [InlineData(
        "Chánh Văn phòng UBND tỉnh; Giám đốc các sở: Tài chính, Xây dựng; Chủ tịch UBND các xã và các tổ "
            + "chức có liên quan chịu trách nhiệm thi hành.",
        "Chánh Văn phòng UBND tỉnh|Giám đốc Sở Tài chính|Giám đốc Sở Xây dựng|Chủ tịch UBND các xã|các tổ chức có liên quan"
    )]
    [InlineData(
        "Chủ tịch UBND các xã; người đứng đầu các cơ sở giáo dục, y tế, doanh nghiệp có bếp ăn tập thể tổ chức quán triệt.",
        "Chủ tịch UBND các xã|người đứng đầu các cơ sở giáo dục, y tế, doanh nghiệp"
    )]
    [InlineData(
        "Hội Nông dân xã giữ vững phong trào “5 không, 3 sạch”; Đoàn Thanh niên xã đảm nhận trồng cây.",
        "Hội Nông dân xã|Đoàn Thanh niên xã"
    )]
    [InlineData(
        "Làm tốt công tác chính sách. Phòng Người có công chủ trì, phối hợp Ban Chỉ huy Quân sự tổ chức lễ truy điệu.",
        "Phòng Người có công"
    )]
    [InlineData("Rà soát các chợ. Ban Quản lý chợ Long Thành tổ chức thường trực chữa cháy.", "Ban Quản lý chợ Long Thành")]
    [InlineData("Riêng UBND xã An Phước, UBND xã Long Đức rà soát các khu nhà trọ.", "UBND xã An Phước|UBND xã Long Đức")]
    [InlineData(
        "Thực hiện Quyết định số 217-QĐ/TW của Bộ Chính trị, Ban Thường vụ Hội LHPN tỉnh giám sát 02 cuộc.",
        "Ban Thường vụ Hội LHPN tỉnh"
    )]
    [InlineData("Công an xã (cơ quan thường trực) chủ trì, phối hợp với Phòng Kinh tế rà soát.", "Công an xã")]
    [InlineData("Hằng tháng, Ban Chỉ đạo xã dự sinh hoạt với chi bộ.", "Ban Chỉ đạo xã")]
    [InlineData("Trên cơ sở kết quả rà soát, Phòng Kinh tế tham mưu danh mục.", "Phòng Kinh tế")]
    [InlineData("Đối với hồ sơ quá hạn thì Văn phòng HĐND và UBND xã có trách nhiệm xin lỗi.", "Văn phòng HĐND và UBND xã")]
    [InlineData("Giao đồng chí Lê Văn An - Phó Chủ tịch UBND xã chỉ đạo chung.", "Phó Chủ tịch UBND xã")]
    [InlineData("Kinh phí do ngân sách bảo đảm; Phòng Kinh tế tham mưu phân bổ.", "Phòng Kinh tế")]
    [InlineData(
        "Vận hành hệ thống (Chủ trì: Trung tâm Phục vụ hành chính công; thời hạn: quý I/2026).",
        "Trung tâm Phục vụ hành chính công"
    )]
    [InlineData("Ban Chỉ huy Quân sự xã tổ chức hội nghị rút kinh nghiệm.", "Ban Chỉ huy Quân sự xã")]
    [InlineData("Tổ công nghệ số cộng đồng các thôn hướng dẫn người dân.", "Tổ công nghệ số cộng đồng các thôn")]
    [InlineData("Thuế tỉnh, Ngân hàng Nhà nước Khu vực 9 cung cấp dữ liệu.", "Thuế tỉnh|Ngân hàng Nhà nước Khu vực 9")]
    [InlineData(
        "Các sở: Tài chính, Tư pháp, Văn hóa, Thể thao và Du lịch theo chức năng phối hợp thực hiện.",
        "Sở Tài chính|Sở Tư pháp|Sở Văn hóa, Thể thao và Du lịch"
    )]
    [InlineData(
        "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Tài chính, Nội vụ, Chủ tịch UBND các xã chịu trách nhiệm thi hành.",
        "Chánh Văn phòng UBND tỉnh|Giám đốc Sở Tài chính|Giám đốc Sở Nội vụ|Chủ tịch UBND các xã"
    )]
    [InlineData("Các đơn vị y tế trong và ngoài công lập có trách nhiệm báo cáo.", "Các đơn vị y tế trong và ngoài công lập")]
    [InlineData("Ban Thường vụ Đảng ủy phân công đồng chí Bí thư Đảng ủy làm Trưởng ban.", "Bí thư Đảng ủy")]
    [InlineData("Sở Xây dựng, Sở Công Thương theo chức năng, nhiệm vụ kiểm tra.", "Sở Xây dựng|Sở Công Thương")]
    [InlineData(
        "Chánh Văn phòng UBND tỉnh; Giám đốc Sở Công Thương và các tổ chức, cá nhân liên quan chịu trách nhiệm thi hành.",
        "Chánh Văn phòng UBND tỉnh|Giám đốc Sở Công Thương|các tổ chức, cá nhân liên quan"
    )]
    [InlineData(
        "Tòa án nhân dân tỉnh, Thuế tỉnh, Cảng vụ đường thủy khu vực II, Chi cục Hải quan tăng cường kiểm tra.",
        "Tòa án nhân dân tỉnh|Thuế tỉnh|Cảng vụ đường thủy khu vực II|Chi cục Hải quan"
    )]
    [InlineData("Ban Quản lý các Khu công nghiệp tỉnh chủ trì tập huấn.", "Ban Quản lý các Khu công nghiệp tỉnh")]
    [InlineData("Đề nghị: Hội Nông dân tỉnh vận động hội viên.", "Hội Nông dân tỉnh")]
    [InlineData(
        "Căn cứ Kế hoạch này, các phòng, ban và Ủy ban nhân dân các xã, phường xây dựng kế hoạch chi tiết.",
        "các phòng, ban|Ủy ban nhân dân các xã, phường"
    )]
    [InlineData(
        "Bí thư tỉnh ủy, thành ủy; Chủ tịch Ủy ban nhân dân các tỉnh, thành phố tại khu vực có bão tập trung chỉ đạo sơ tán.",
        "Bí thư tỉnh ủy, thành ủy|Chủ tịch Ủy ban nhân dân các tỉnh, thành phố"
    )]
    [InlineData(
        "Chủ tịch Hội đồng quản trị, Tổng Giám đốc Ngân hàng Chính sách xã hội chịu trách nhiệm thi hành.",
        "Chủ tịch Hội đồng quản trị|Tổng Giám đốc Ngân hàng Chính sách xã hội"
    )]
    [InlineData("Sở Nông nghiệp và Môi trường chỉ đạo Chi cục Thủy lợi lập phương án.", "Sở Nông nghiệp và Môi trường|Chi cục Thủy lợi")]
    [InlineData("Hoàn thành trong quý II (trước ngày 30/6). Phòng Kinh tế và Hạ tầng hướng dẫn thiết kế mẫu.", "Phòng Kinh tế và Hạ tầng")]
    [InlineData("Thu gom rác hằng ngày. HTX Dịch vụ môi trường An Phú ký hợp đồng vận chuyển.", "HTX Dịch vụ môi trường An Phú")]
    [InlineData("Quản lý đối tượng tiêm chủng. Trưởng Trạm Y tế chịu trách nhiệm về số liệu.", "Trưởng Trạm Y tế")]
    [InlineData("Công chức Văn hóa viết bài, Đài Truyền thanh xã phát tin.", "Công chức Văn hóa|Đài Truyền thanh xã")]
    [InlineData("Trung tâm GDNN - GDTX mở 13 lớp nghề.", "Trung tâm GDNN - GDTX")]
    [InlineData("Chủ tịch UBND các xã An Tân, An Lạc chịu trách nhiệm trước Chủ tịch UBND huyện.", "Chủ tịch UBND các xã An Tân, An Lạc")]
    [InlineData(
        "Chủ tịch Ủy ban nhân dân các tỉnh: Gia Lai, Đắk Lắk chỉ đạo sơ tán dân.",
        "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai|Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk"
    )]
    [InlineData("Cục Văn hóa cơ sở, Gia đình và Thư viện lồng ghép nội dung vào phong trào.", "Cục Văn hóa cơ sở, Gia đình và Thư viện")]
    [InlineData(
        "Sở Thông tin và Truyền thông, Báo An Giang, Đài Phát thanh và Truyền hình tỉnh mở chuyên mục.",
        "Sở Thông tin và Truyền thông|Báo An Giang|Đài Phát thanh và Truyền hình tỉnh"
    )]
    [InlineData("Các doanh nghiệp viễn thông triển khai hạ tầng dùng chung.", "Các doanh nghiệp viễn thông")]
    [InlineData("Ban Chấp hành Đảng bộ xã nhiệm kỳ 2025 - 2030 lãnh đạo tổ chức thực hiện.", "Ban Chấp hành Đảng bộ xã")]
    [InlineData("Công chức Tài chính-kế toán đảm bảo kinh phí.", "Công chức Tài chính-kế toán")]
    [InlineData("Đồng chí Chủ tịch Hội Nông dân xã phụ trách xóm Vàng.", "Chủ tịch Hội Nông dân xã")]
    [InlineData("Bí thư chi đoàn lập sổ theo dõi đoàn viên.", "Bí thư chi đoàn")]
    [InlineData("Phòng Cảnh sát ĐTTP về ma túy chuyển hóa địa bàn.", "Phòng Cảnh sát ĐTTP về ma túy")]
    [InlineData("Giao phòng Văn hóa và Thông tin xây dựng kế hoạch chi tiết.", "phòng Văn hóa và Thông tin")]
    [InlineData("Các trường THPT, trung tâm GDTX gửi đăng ký về Sở.", "Các trường THPT|trung tâm GDTX")]
    [InlineData("Tài liệu do Tạp chí Giáo dục phối hợp với các trường đại học biên soạn.", "Tạp chí Giáo dục")]
    [InlineData("Ngành Giáo dục & Đào tạo tổ chức tập huấn.", "Ngành Giáo dục & Đào tạo")]
    [InlineData("13 Cục Thuế rà soát lại kế hoạch.", "13 Cục Thuế")]
    public void The_lead_is_found_where_a_sentence_opens(string sentence, string lead) =>
        Assert.Equal(lead.Split('|'), Assert.Single(Read($"I. NHIỆM VỤ\n- {sentence}\n").Tasks).Lead);

    /// <summary>A letter has no sections; whom it asks leads, who writes it does not.</summary>
    [Fact]
    public void Of_a_letter_those_lead_whom_it_asks()
    {
        var plan = Read(
            "UBND XÃ AN SƠN\nSố: 12/UBND-VP\nV/v rà soát hộ nghèo\n\nKính gửi: Trưởng các thôn.\n"
                + "\nUBND xã nhận được Công văn số 8/UBND-VX ngày 05/01/2026 của UBND tỉnh.\n"
                + "Đề nghị Mặt trận Tổ quốc Việt Nam xã giám sát trước ngày 15/3/2026.\n"
        );
        var task = Assert.Single(plan.Tasks);
        Assert.Equal((null, "2026-03-15"), (task.Section, task.Due?.Date));
        Assert.Equal(["Mặt trận Tổ quốc Việt Nam xã"], task.Lead);
    }

    [Theory]
    [InlineData("Rà soát để đề nghị UBND thành phố công nhận mô hình.")]
    [InlineData("Tổng hợp kết quả, đề nghị Chủ tịch UBND tỉnh khen thưởng.")]
    [InlineData("Tham gia đoàn kiểm tra do Mặt trận Tổ quốc Việt Nam xã chủ trì.")]
    [InlineData("Quốc hội là cơ quan đại biểu cao nhất của Nhân dân!")]
    [InlineData("Phát triển Chính phủ số, kinh tế số và xã hội số toàn diện.")]
    [InlineData("Thành phần: Thường trực HĐND, UBND xã, cử tri các thôn.")]
    [InlineData("Ngày 18/3/2025, Công an xã đã tiếp nhận hồ sơ của Nhân dân.")]
    [InlineData("Thống kê số lượng hộ gia đình trên địa bàn.")]
    [InlineData("Trong tháng 10/2025, Trung tâm An ninh mạng quốc gia đã thu thập cảnh báo.")]
    [InlineData("Tăng cường phối hợp với Công an xã, Hội Nông dân xã tổ chức tuyên truyền.")]
    [InlineData("Thanh tra việc chấp hành pháp luật về đất đai.")]
    public void What_charges_nobody_has_no_lead(string sentence) =>
        Assert.DoesNotContain(Read($"I. NHIỆM VỤ\n- {sentence}\n").Tasks, t => t.Lead.Count > 0);

    private static Plan Read(string text) => Texts.Read(text);

    [Theory]
    [InlineData("1. Ban Quản lý các chợ, Trung tâm Dịch vụ công ích", "Ban Quản lý các chợ|Trung tâm Dịch vụ công ích")]
    [InlineData(
        "1. Hội Tin học, Hiệp hội Doanh nghiệp tỉnh, Liên minh các Hợp tác xã",
        "Hội Tin học|Hiệp hội Doanh nghiệp tỉnh|Liên minh các Hợp tác xã"
    )]
    [InlineData(
        "1. Các hợp tác xã, doanh nghiệp dịch vụ môi trường thực hiện thu gom đúng tần suất đã cam kết, "
            + "công khai số điện thoại tiếp nhận phản ánh của nhân dân.",
        "Các hợp tác xã, doanh nghiệp dịch vụ môi trường"
    )]
    public void What_goes_on_with_the_last_name_is_of_it_as_far_as_the_verb(string heading, string leads) =>
        Assert.Equal(
            leads,
            string.Join('|', Read($"I. TỔ CHỨC THỰC HIỆN\n{heading}\n- Tuyên truyền.\n").Tasks.SelectMany(t => t.Lead).Distinct())
        );

    /// <summary>"Đơn vị tính" heads a column of measures, whatever stands beside it.</summary>
    [Fact]
    public void A_unit_of_measure_leads_nothing()
    {
        TableRow Row(int index, params string[] cells) => new(0, index, false, cells);
        SourceLine[] lines =
        [
            new("x") { Row = Row(0, "STT", "NỘI DUNG", "ĐƠN VỊ TÍNH", "SỐ LƯỢNG") },
            new("x") { Row = Row(1, "1", "Máy tính", "Bộ", "03") },
        ];
        Assert.DoesNotContain(PlanReader.Read(new("docx", lines, [])).Tasks, t => t.Lead.Count > 0);
    }
}
