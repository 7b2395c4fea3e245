namespace ThiDua.Plans.Tests.Reading.Tasks;

/// <summary>Headings, labels and lists that say who leads.</summary>
public sealed class HeadingLeadTests
{
    [Theory]
    [InlineData("I. DỰ BÁO CÁC CHỈ TIÊU")]
    [InlineData("I. TỔ CHỨC THỰC HIỆN\n8. Phương án huy động kinh phí")]
    public void A_matter_in_a_heading_is_no_unit(string heading) =>
        Assert.DoesNotContain(Texts.Read(heading + "\n- Rà soát tình hình.\n").Tasks, t => t.Lead.Count > 0);

    [Fact]
    public void A_heading_that_is_a_sentence_charges_all_it_names()
    {
        var plan = Texts.Read(
            "I. NHIỆM VỤ\n1. Đề nghị Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng; đề nghị Tỉnh đoàn, Hội "
                + "Nông dân tỉnh hưởng ứng.\n2. Các sở, ngành; UBND các xã, phường căn cứ Kế hoạch này thực "
                + "hiện.\n"
        );
        Assert.Equal(["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Tỉnh đoàn", "Hội Nông dân tỉnh"], plan.Tasks[0].Lead);
        Assert.Equal(["Các sở, ngành", "UBND các xã, phường"], plan.Tasks[1].Lead);
    }

    [Fact]
    public void A_unit_in_a_heading_leads_also_where_each_item_names_its_own()
    {
        var plan = Texts.Read("I. TỔ CHỨC THỰC HIỆN\n1. Đảng ủy xã\n- Bí thư Đảng ủy trực tiếp chỉ đạo.\n");
        Assert.Equal(["Bí thư Đảng ủy", "Đảng ủy xã"], plan.Tasks.SelectMany(t => t.Lead).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_matter_between_units_is_no_unit()
    {
        var plan = Texts.Read(
            "I. NỘI DUNG, TIẾN ĐỘ, PHÂN CÔNG THỰC HIỆN\n1. Quy định về số lượng:\n"
                + "- Mỗi tổ cử đủ người tham dự hội nghị.\nII. ĐỐI TƯỢNG\n1. Trường học, bệnh viện:\n"
                + "- Tất cả các cơ sở đang hoạt động.\n"
        );
        Assert.DoesNotContain(plan.Tasks, t => t.Lead.Count > 0);
    }

    [Fact]
    public void A_list_of_units_is_no_task() => Assert.Empty(Texts.Read("I. NHIỆM VỤ\n- Các ấp: Ấp Đông, Ấp Tây, Ấp Trung.\n").Tasks);

    [Fact]
    public void A_bullet_that_only_names_a_unit_heads_the_bullets_below_it()
    {
        var plan = Texts.Read(
            "I. NHIỆM VỤ\n1. Quản lý rác thải\n- Sở Xây dựng\n+ Rà soát các điểm tập kết rác.\n"
                + "- Sở Công Thương\n+ Hướng dẫn các chợ phân loại rác.\n- Rà soát quy định về rác thải.\n"
        );
        Assert.Equal(["Sở Xây dựng", "Sở Công Thương", ""], plan.Tasks.Select(t => string.Join('|', t.Lead)));
    }

    [Fact]
    public void A_label_that_is_a_heading_charges_those_listed_below_it()
    {
        var plan = Texts.Read(
            "I. NHIỆM VỤ\n1. Tuyên truyền\na) Cơ quan chủ trì\n- Công an xã.\n"
                + "- Hội Nông dân xã, Đoàn Thanh niên xã.\nb) Cơ quan phối hợp\n"
                + "- Trạm Y tế xã.\n"
        );
        Assert.Equal(["Công an xã", "Hội Nông dân xã", "Đoàn Thanh niên xã"], plan.Tasks.SelectMany(t => t.Lead));
    }

    [Fact]
    public void Whom_the_one_above_works_with_does_not_lead()
    {
        var plan = Texts.Read(
            "I. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\na) Chủ trì, phối hợp:\n"
                + "- Sở Tài chính tham mưu kinh phí.\n- Sở Nội vụ rà soát nhân sự.\n"
        );
        Assert.Equal(["Công an tỉnh"], plan.Tasks.SelectMany(t => t.Lead).Distinct());
    }

    [Fact]
    public void A_heading_of_two_units_charges_both_though_the_items_name_one()
    {
        var plan = Texts.Read("I. TỔ CHỨC THỰC HIỆN\n1. Công an xã, Hội Nông dân xã\n- Hội Nông dân xã vận động hội viên.\n");
        Assert.Equal(["Công an xã", "Hội Nông dân xã"], plan.Tasks.SelectMany(t => t.Lead).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a) Phòng Học sinh, sinh viên", "Phòng Học sinh, sinh viên")]
    [InlineData("1. Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông")]
    [InlineData("1. Giao phòng Kế hoạch, Văn phòng Sở:", "phòng Kế hoạch|Văn phòng Sở")]
    [InlineData("1. Trách nhiệm chung", "")]
    [InlineData("1. Đơn vị tổ chức", "")]
    public void Of_a_short_heading_the_whole_name_is_read(string heading, string leads)
    {
        var plan = Texts.Read(
            $"I. TỔ CHỨC THỰC HIỆN\n{heading}\nXây dựng kế hoạch truyền thông về phong trào học tập suốt "
                + $"đời trong gia đình,\ndòng họ, cộng đồng và đơn vị trên địa bàn; báo cáo kết quả.\n"
        );
        Assert.Equal(leads, string.Join('|', plan.Tasks.SelectMany(t => t.Lead).Distinct()));
    }
}
