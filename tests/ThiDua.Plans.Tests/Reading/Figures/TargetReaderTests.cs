using System.Globalization;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Tests.Reading.Figures;

/// <summary>Forms of target sentences met in real plans; the sentences are our own.</summary>
public sealed class TargetReaderTests
{
    [Theory]
    [InlineData("Quy mô kinh tế đạt 12 tỷ USD", "=", "12", null, "tỷ USD")]
    [InlineData("GRDP bình quân đầu người đạt 6.400 USD", "=", "6400", null, "USD")]
    [InlineData("Thu nhập bình quân 81 triệu đồng/người/năm trở lên", ">=", "81", null, "triệu đồng/người/năm")]
    [InlineData("Đón trên 2 triệu lượt khách", ">", "2", null, "triệu lượt")]
    [InlineData("Vốn toàn xã hội từ 2,1 đến 2,4 triệu tỷ đồng", ">=", "2.1", "2.4", "triệu tỷ đồng")]
    [InlineData("Hộ nghèo giảm bình quân 1 - 1,5%/năm", ">=", "1", "1.5", "%")]
    [InlineData("Tỷ lệ bác sĩ đạt 14,5 bác sĩ", "=", "14.5", null, "bác sĩ")]
    [InlineData("Nâng độ che phủ từ 58,5% năm 2020 lên 60%", "=", "60", null, "%")]
    [InlineData("Tổ chức Ngày hội tại 12/12 thôn", "=", "12", null, "thôn")]
    [InlineData("Nhân rộng mô hình camera (phấn đấu lắp mới 30 mắt)", "=", "30", null, "mắt")]
    [InlineData("Không để số vụ phạm pháp hình sự tăng quá 3%", "<=", "3", null, "%")]
    [InlineData("Trồng mới 1.200ha/năm", "=", "1200", null, "ha/năm")]
    [InlineData("Tỷ lệ hộ có từ 02 máy trở lên đạt 40%", "=", "40", null, "%")]
    [InlineData("Cứ 02 xã có 01 trạm thú y", "=", "1", null, "trạm")]
    [InlineData("Giá trị sản xuất (theo giá so sánh năm 2010) tăng 9%", "=", "9", null, "%")]
    [InlineData("Thời gian chờ của người dân không quá 15 phút/lượt", "<=", "15", null, "phút/lượt")]
    [InlineData("Thời gian trả kết quả dưới 03 ngày làm việc", "<", "3", null, "ngày làm việc")]
    [InlineData("Mỗi ấp thành lập ít nhất 01 “Tổ liên gia an toàn”", ">=", "1", null, "Tổ")]
    [InlineData("Tổng vốn đầu tư toàn xã hội trên 900 tỷ đồng", ">", "900", null, "tỷ đồng")]
    [InlineData("Xử lý dứt điểm 12 điểm ngập", "=", "12", null, "điểm")]
    [InlineData("Kiểm tra 100% cơ sở kinh doanh, nhà trọ có trên 10 phòng", "=", "100", null, "%")]
    public void Money_multiples_and_ranges_are_read(string clause, string comparator, string value, string? upper, string unit)
    {
        var target = Assert.Single(Read($"KẾ HOẠCH\nNăm 2025\n\nI. CHỈ TIÊU\n- {clause}.\n"));
        Assert.Equal((comparator, value, upper, unit), (target.Comparator, Text(target.Value), Text(target.Upper), target.PrintedUnit));
    }

    [Theory]
    [InlineData("Triển khai hiệu quả 14 mô hình tự quản", "=", 14)]
    [InlineData("Giải ngân vốn đầu tư 80% kế hoạch", "=", 80)]
    public void Words_that_only_fold_to_a_comparator_are_none(string clause, string comparator, int value)
    {
        var target = Assert.Single(Read($"I. CHỈ TIÊU\n- {clause}.\n"));
        Assert.Equal((comparator, (decimal)value), (target.Comparator, target.Value));
    }

    [Theory]
    [InlineData("Đối với thôn có dưới 100 hộ thì họp toàn thể", 0)]
    [InlineData("Trường hợp tín nhiệm không quá 50% thì giới thiệu người khác", 0)]
    [InlineData("Nếu hộ có từ 02 thành viên trở lên, hướng dẫn ít nhất 01 người", 1)]
    [InlineData("Giảm ít nhất 5% số người chết trên 100.000 dân", 1)]
    [InlineData("04 xã đạt 19 tiêu chí nông thôn mới", 1)]
    [InlineData("Không có quá 5% đảng viên vi phạm phải xử lý", 1)]
    [InlineData("06 sản phẩm đạt từ 3 sao trở lên", 1)]
    [InlineData("Xây dựng 03 mô hình với quy mô từ 5 ha trở lên", 1)]
    [InlineData("Đào tạo nghề cho 120 lao động nông thôn", 1)]
    [InlineData("Hỗ trợ 02 mô hình chăn nuôi cho 20 hộ nghèo", 1)]
    [InlineData("Xóa 05 nhà tạm (mức hỗ trợ 60 triệu đồng/nhà xây mới, 30 triệu đồng/nhà sửa chữa)", 1)]
    [InlineData("Trên 70% người dân có tài khoản định danh", 1)]
    [InlineData("Bám sát kịch bản tăng trưởng 2 con số", 0)]
    [InlineData("100% chi hội đăng ký ít nhất 01 công trình", 1)]
    [InlineData("Mỗi hợp tác xã có từ 50 thành viên trở lên tổ chức ít nhất 01 hội thi", 1)]
    [InlineData("Trên 80% hộ gia đình đạt chuẩn, trong đó có ít nhất 10% hộ được tặng Giấy khen", 2)]
    [InlineData("Năm 2025 xã An Tân đạt thêm ít nhất 03 tiêu chí", 1)]
    [InlineData("Giá trị sản xuất trên 01 ha canh tác đạt 150 triệu đồng", 1)]
    [InlineData("Mỗi thôn có 01 sân chơi (diện tích tối thiểu 500m2)", 1)]
    [InlineData("Giải quyết 95% đơn thư (năm trước 14 đơn; cùng kỳ 12 đơn)", 1)]
    [InlineData("Có 150 doanh nghiệp đang hoạt động", 1)]
    [InlineData("Tỷ lệ hồ sơ trễ hạn không quá 2% theo quy định", 1)]
    [InlineData("Củng cố 18 đội dân phòng hiện có của các ấp", 0)]
    [InlineData("Quản lý tốt dư nợ hiện có 27 tỷ đồng", 0)]
    [InlineData("Mỗi lớp không quá 25 học sinh theo quy định", 0)]
    [InlineData("100% bếp ăn được kiểm tra ít nhất 01 lần, tỷ lệ xử lý vi phạm đạt 100%", 2)]
    [InlineData("Trao 20 suất học bổng, mỗi suất trị giá 500.000 đồng", 1)]
    public void Conditions_rate_bases_and_grades_set_no_target(string clause, int targets) =>
        Assert.Equal(targets, Read($"I. CHỈ TIÊU\n- {clause}.\n").Count);

    [Theory]
    [InlineData("Bố trí vốn để thực hiện 05 chương trình mục tiêu quốc gia", 0)]
    [InlineData("Toàn huyện có 05 thôn chưa có nhà văn hóa", 0)]
    [InlineData("Thực hiện 02 đợt cao điểm tấn công tội phạm", 1)]
    [InlineData("Số lượng: 3.000 cuốn", 1)]
    [InlineData("Thời gian từ tháng 3; số lượng mẫu nước 120 mẫu/năm", 1)]
    [InlineData("Dự kiến khoảng 500 thuê bao nhận tin", 1)]
    [InlineData("Số lượng hồ sơ: 02 bộ (01 bộ giấy)", 0)]
    [InlineData("Lấy mẫu với tần suất 02 đợt/tháng", 0)]
    [InlineData("Mỗi điểm lấy mẫu ở tầng đáy (cách đáy 0,5 - 1m)", 0)]
    [InlineData("Dự báo kinh tế tăng trưởng khoảng 8%/năm", 0)]
    [InlineData("Lãi suất cho vay hộ nghèo giảm từ 6,6%/năm xuống 6,2%/năm", 0)]
    [InlineData("Tổ chức diễn tập tối thiểu một lần/năm", 1)]
    [InlineData("Mỗi thôn có ít nhất hai mô hình tự quản", 1)]
    [InlineData("Ưu tiên ít nhất một trong các nội dung trên", 0)]
    [InlineData("Cấp 300 thùng rác loại 120 lít và 60 bộ chế phẩm cho hộ dân", 2)]
    [InlineData("Ra mắt ba mô hình tự quản về môi trường", 1)]
    [InlineData("Mọi năm tổ chức họp dân", 0)]
    [InlineData("Hỗ trợ sửa chữa nhà ở (xây mới 12 nhà, sửa chữa 05 nhà)", 2)]
    [InlineData("Duy trì 40 ha rau màu, trong đó 12 ha rau an toàn", 2)]
    [InlineData("Giới thiệu việc làm cho 80 lao động", 1)]
    [InlineData("Nhận tự quản 04 tuyến đường", 1)]
    [InlineData("Treo 25 băng rôn tại các trục đường", 1)]
    [InlineData("Mở 03 lớp dạy nghề, mỗi lớp từ 25 đến 30 học viên", 1)]
    [InlineData("Giao lưu bóng chuyền, mỗi đội không quá 10 người", 0)]
    [InlineData("Tặng 200 suất quà, bình quân 300.000 đồng/suất", 1)]
    [InlineData("Cơ cấu giải: 01 giải nhất, 02 giải nhì", 0)]
    [InlineData("Hướng dẫn khử khuẩn nguồn nước (nồng độ 0,5 - 1,2%)", 0)]
    [InlineData("Chấm điểm vườn mẫu, đạt từ 80 điểm mới được công nhận", 0)]
    [InlineData("Vận động các hộ nuôi có quy mô trên 20 con phải có hầm biogas", 0)]
    [InlineData("Khôi phục làng nghề (hiện còn 64 hộ)", 0)]
    [InlineData("Hội hiện đang quản lý 74 tổ vay vốn, dư nợ 110 tỷ đồng", 0)]
    [InlineData("Ban nhân dân 7 ấp: họp dân", 0)]
    [InlineData("Cử 01 cán bộ làm đầu mối", 0)]
    [InlineData("Hội thi dành cho học sinh khối 6, 7 tham gia", 0)]
    [InlineData("Tuyên truyền pháp luật tại 06 khu phố với 420 người tham dự", 1)]
    [InlineData("Giải quyết đất ở cho 32 hộ, nước sạch cho 140 hộ", 2)]
    [InlineData("Xoá 07 nhà tạm", 1)]
    [InlineData("Giúp ít nhất 25 bạn có hoàn cảnh khó khăn", 1)]
    [InlineData("Thực hiện nhiệm vụ được giao tại Tiểu dự án 3 thuộc Dự án 7", 0)]
    [InlineData("Mỗi công chức viết một bản cam kết", 1)]
    [InlineData("Đẩy mạnh cải cách đồng bộ trên 06 lĩnh vực", 0)]
    [InlineData("Phân loại rác tại nguồn thành 3 nhóm", 0)]
    [InlineData("Vận hành ngay sau khi hoàn thành 02 công trình", 0)]
    [InlineData("Xử lý nước nhiễm mặn (độ mặn có thời điểm trên 4‰)", 0)]
    [InlineData("Hỗ trợ 01 lần kinh phí mua thùng rác cho hộ nghèo", 0)]
    [InlineData("Hỗ trợ giá trị phương tiện nhưng không quá 400 triệu đồng/xe", 0)]
    [InlineData("Kiểm tra không quá 01 lần/năm đối với một cơ sở", 0)]
    [InlineData("Bảo đảm khoảng cách đến khu dân cư tối thiểu 100 m", 0)]
    [InlineData("Giải quyết hồ sơ trong thời gian không quá 05 ngày", 0)]
    [InlineData("Hướng dẫn xây dựng, công bố 15 chuỗi cung ứng an toàn", 1)]
    [InlineData("Thời gian phát động chia làm 02 đợt", 0)]
    [InlineData("Tổ chức thực tập 06 phương án chữa cháy", 1)]
    public void Outside_target_parts_only_what_is_made_counts(string clause, int targets) =>
        Assert.Equal(targets, Read($"I. NHIỆM VỤ\n1. Công tác khác\n- {clause}.\n").Count);

    /// <summary>"Trên" is a name here, and a hundred per cent is never "at least".</summary>
    [Theory]
    [InlineData("Mở rộng bảo hiểm tại xóm Trên 28 người", "=")]
    [InlineData("Bảo đảm 100% cơ quan phân loại rác", "=")]
    public void A_capital_is_no_comparator(string clause, string comparator) =>
        Assert.Equal(comparator, Assert.Single(Read($"I. CHỈ TIÊU\n- {clause}.\n")).Comparator);

    [Fact]
    public void A_hundred_per_cent_does_not_share_the_bound_before_it() =>
        Assert.Equal([">=", "="], Read("I. CHỈ TIÊU\n- Ít nhất 60% hộ gia đình, 100% cơ quan phân loại rác.\n").Select(t => t.Comparator));

    [Theory]
    [InlineData("A. KẾT QUẢ GIẢM NGHÈO NĂM 2024\n- Mở 12 lớp, hỗ trợ 86 căn nhà, tỷ lệ hộ nghèo còn trên 4%.")]
    [InlineData("I. CHỈ TIÊU\n- Cuối năm 2024 toàn xã còn 14 hộ nghèo.")]
    public void Results_of_a_year_that_is_over_set_no_target(string part) =>
        Assert.Empty(Read($"KẾ HOẠCH\nGiảm nghèo năm 2025\n\n{part}\n"));

    [Fact]
    public void What_is_still_striven_for_is_a_target_though_it_stands_among_results() =>
        Assert.Equal(
            [100m],
            Read("I. TÌNH HÌNH THỰC HIỆN\n- Thu thuế ước đạt 96% dự toán.\n- Chi đầu tư phấn đấu đạt 100% kế hoạch.\n").Select(t => t.Value)
        );

    [Theory]
    [InlineData("Kéo giảm từ 5% trở lên số vụ phạm pháp", "số vụ phạm pháp")]
    [InlineData("Ít nhất 90% người sau cai được hỗ trợ", "người sau cai được hỗ trợ")]
    public void The_measure_is_told_apart_from_its_figure(string clause, string measure) =>
        Assert.Equal(measure, Assert.Single(Read($"I. CHỈ TIÊU\n- {clause}.\n")).Measure);

    [Fact]
    public void Supervision_is_no_decrease_and_growth_no_increase()
    {
        var targets = Read("I. CHỈ TIÊU\n- Kiểm tra, giám sát 100% cơ sở.\n- Tốc độ tăng trưởng đạt 9%.\n- Tăng 9% số lớp.\n");
        Assert.Equal([null, null, "increase"], targets.Select(t => t.Direction));
    }

    [Fact]
    public void A_footnote_sets_no_target_and_charges_nobody()
    {
        var plan = PlanReader.Read(
            new(
                "docx",
                [
                    new("I. CHỈ TIÊU"),
                    new("- Trên 75% hộ dân được tuyên truyền."),
                    new("[1] Đạt 60% trở lên; Công an xã chủ trì rà soát.") { Note = true },
                ],
                []
            )
        );
        Assert.Equal(75m, Assert.Single(plan.Targets).Value);
        Assert.DoesNotContain(plan.Tasks, t => t.Lead.Count > 0);
    }

    [Fact]
    public void A_target_of_a_table_names_who_answers_for_it()
    {
        var source = DocumentSource.Read(
            new MemoryStream(
                """
            **KẾ HOẠCH**

            **I. CHỈ TIÊU**

            | STT | Chỉ tiêu | Đơn vị tính | Chỉ tiêu năm 2026 | Đơn vị chủ trì |
            |---|---|---|---|---|
            | 1 | Hồ sơ đúng hạn | % | ≥ 98 | Phòng Kinh tế |

            """u8.ToArray()
            ),
            "plan.md",
            cancellationToken: TestContext.Current.CancellationToken
        );
        var target = Assert.Single(PlanReader.Read(source).Targets);
        Assert.Equal((">=", 98m, "%"), (target.Comparator, target.Value, target.Unit));
        Assert.Equal(["Phòng Kinh tế"], target.Responsible);
    }

    [Fact]
    public void A_clause_that_says_only_when_measures_what_the_first_does() =>
        Assert.Equal(
            ["Tỷ lệ dân dùng nước sạch", "Tỷ lệ dân dùng nước sạch"],
            Read("I. MỤC TIÊU\n1. Tỷ lệ dân dùng nước sạch đạt 65%; đến năm 2030: 80%.\n").Select(t => t.Measure)
        );

    /// <summary>The unit is the counted thing (the contract), per what it is counted stands apart.</summary>
    [Fact]
    public void Per_what_a_thing_is_counted_stands_apart()
    {
        var target = Assert.Single(Read("I. CHỈ TIÊU\n- Mỗi thôn họp dân ít nhất 02 lần/quý.\n"));
        Assert.Equal(("lần", "quý", "lần/quý"), (target.Unit, target.Per, target.PrintedUnit));
        Assert.Equal(
            ("triệu đồng/người/năm", null),
            Read("I. CHỈ TIÊU\n- Thu nhập bình quân đạt 70 triệu đồng/người/năm.\n") is [var money] ? (money.Unit, money.Per) : default
        );
    }

    /// <summary>A column for each year gives a target for each year, but one of the year before tells what was.</summary>
    [Fact]
    public void A_table_gives_a_target_for_each_year_that_is_planned()
    {
        var targets = Table(
            "Giai đoạn 2025 - 2026",
            "I. CHỈ TIÊU",
            """
            | TT | Chỉ tiêu | ĐVT | TH năm 2024 | KH năm 2025 | Kế hoạch năm 2026 |
            |---|---|---|---|---|---|
            | 1 | Kết nạp hội viên | HV | 608 | 620 | ≥ 640 |
            """
        );
        Assert.Equal([("=", 620m, "2025-12-31"), (">=", 640m, "2026-12-31")], targets.Select(t => (t.Comparator, t.Value, t.Due?.Date)));
    }

    /// <summary>Among the targets, a table of units by measures gives each unit its own; what stands today is none.</summary>
    [Fact]
    public void A_table_of_units_gives_each_its_figures()
    {
        var targets = Table(
            "Năm 2025",
            "I. GIAO CHỈ TIÊU",
            """
            | TT | Đơn vị | Số hộ hiện có | Hộ nghèo giảm (hộ) | Tỷ lệ cuối năm (%) |
            |---|---|---|---|---|
            | 1 | Xã An Tân | 2.215 | 130 | 4,5 |
            | 2 | Xã An Lạc | 1.980 | 115 | - |
            """
        );
        Assert.Equal(
            [
                ("Xã An Tân – Hộ nghèo giảm", 130m, "hộ", "decrease"),
                ("Xã An Tân – Tỷ lệ cuối năm", 4.5m, "%", null),
                ("Xã An Lạc – Hộ nghèo giảm", 115m, "hộ", "decrease"),
            ],
            targets.Select(t => (t.Measure, t.Value, t.Unit, t.Direction))
        );
    }

    /// <summary>A cell over the whole row heads the rows below it.</summary>
    [Fact]
    public void A_row_that_heads_others_is_no_target_and_no_task()
    {
        var plan = PlanReader.Read(
            DocumentSource.Read(
                new MemoryStream(
                    "<p>I. CHỈ TIÊU</p><table border=1><tr><td>TT</td><td>Chỉ tiêu</td><td>ĐVT</td><td>Kế hoạch</td><td>Cơ quan chủ trì</td></tr><tr><td>I</td><td colspan=4>Lao động, việc làm</td></tr><tr><td>1</td><td>Hồ sơ đúng hạn</td><td>%</td><td>98</td><td>Phòng Nội vụ</td></tr></table>"u8.ToArray()
                ),
                "plan.html",
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(["Phòng Nội vụ"], Assert.Single(plan.Tasks).Lead);
    }

    [Fact]
    public void The_same_value_for_each_year_heads_nothing()
    {
        var plan = PlanReader.Read(
            DocumentSource.Read(
                new MemoryStream(
                    "**I. CHỈ TIÊU**\n\n| Chỉ tiêu (%) | Kế hoạch 2025 | Kế hoạch 2026 | Kế hoạch 2027 |\n|---|---|---|---|\n| Tỷ lệ hồ sơ đúng hạn | 100% | 100% | 100% |\n"u8.ToArray()
                ),
                "plan.md",
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Equal([100m, 100m, 100m], plan.Targets.Select(t => t.Value!.Value));
    }

    [Fact]
    public void The_subject_of_a_clause_answers_for_its_target()
    {
        var targets = Read(
            "I. NHIỆM VỤ\n- Hội Nông dân xã vận động hội viên cải tạo vườn tạp; Đoàn Thanh niên xã đảm nhận trồng mới 2.000 cây xanh.\n- Công an xã tổ chức 04 buổi tuyên truyền; tổ chức 02 lớp tập huấn.\n"
        );
        Assert.Equal(["Đoàn Thanh niên xã", "Công an xã", "Công an xã"], targets.Select(t => Assert.Single(t.Responsible)));
    }

    [Fact]
    public void A_bound_in_a_cell_is_no_quote()
    {
        var target = Assert.Single(
            Table(
                "Năm 2025",
                "I. CHỈ TIÊU",
                "| TT | Chỉ tiêu | ĐVT | Kế hoạch 2025 |\n|---|---|---|---|\n| 1 | Hộ có Internet | % | > 90 |\n"
            )
        );
        Assert.Equal((">", 90m, "%"), (target.Comparator, target.Value, target.Unit));
    }

    /// <summary>A table of targets that names who leads charges them too.</summary>
    [Fact]
    public void Who_answers_for_a_target_of_a_table_has_a_task()
    {
        var plan = PlanReader.Read(
            DocumentSource.Read(
                new MemoryStream(
                    "**I. CHỈ TIÊU**\n\n| TT | Chỉ tiêu | ĐVT | Kế hoạch | Cơ quan chủ trì |\n|---|---|---|---|---|\n| 1 | Hồ sơ đúng hạn | % | 98 | Phòng Nội vụ |\n"u8.ToArray()
                ),
                "plan.md",
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(["Phòng Nội vụ"], Assert.Single(plan.Tasks).Lead);
    }

    /// <summary>Where a table names who sees to each target, the target stands in words; the annex's number says where.</summary>
    [Fact]
    public void A_table_of_an_annex_charges_someone_with_each_target()
    {
        var plan = PlanReader.Read(
            DocumentSource.Read(
                new MemoryStream(
                    """
            **KẾ HOẠCH**

            **Năm 2025**

            **I. NỘI DUNG**

            - Tuyên truyền.

            **PHỤ LỤC 2**

            **PHÂN CÔNG THEO DÕI CÁC CHỈ TIÊU**

            | STT | Nội dung chỉ tiêu | Chủ trì | Phối hợp |
            |---|---|---|---|
            | 1 | Tối thiểu 40% hồ sơ trực tuyến; 100% hồ sơ được số hóa | Công an xã | Phòng Kinh tế |

            """u8.ToArray()
                ),
                "plan.md",
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Equal([("PL2", ">=", 40m), ("PL2", "=", 100m)], plan.Targets.Select(t => (t.Section!, t.Comparator!, t.Value!.Value)));
        Assert.All(plan.Targets, t => Assert.Equal(["Công an xã"], t.Responsible));
        Assert.Equal(["Công an xã"], Assert.Single(plan.Tasks, t => t.Section == "PL2").Lead);
    }

    [Fact]
    public void A_head_printed_again_on_the_next_page_is_no_row() =>
        Assert.Single(
            PlanReader
                .Read(
                    DocumentSource.Read(
                        new MemoryStream(
                            "**I. PHÂN CÔNG**\n\n| TT | Nội dung | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Rà soát | Công an xã |\n| TT | Nội dung | Cơ quan chủ trì |\n"u8.ToArray()
                        ),
                        "plan.md",
                        cancellationToken: TestContext.Current.CancellationToken
                    )
                )
                .Tasks,
            t => t.Lead.Count > 0
        );

    [Fact]
    public void Unknown_names_of_a_cell_are_parted_at_commas() =>
        Assert.Equal(
            ["P KHTC", "P TCHC"],
            PlanReader
                .Read(
                    DocumentSource.Read(
                        new MemoryStream(
                            "**I. PHÂN CÔNG**\n\n| TT | Nội dung | Đơn vị thực hiện |\n|---|---|---|\n| 1 | Rà soát | P KHTC, P TCHC |\n"u8.ToArray()
                        ),
                        "plan.md",
                        cancellationToken: TestContext.Current.CancellationToken
                    )
                )
                .Tasks[0]
                .Lead
        );

    /// <summary>Beside a task stands how much of it is asked; "01 báo cáo" is what is handed in.</summary>
    [Fact]
    public void A_task_of_a_table_says_how_much_is_asked()
    {
        var targets = Table(
            "Năm 2025",
            "I. PHÂN CÔNG",
            """
            | TT | Công việc | Chỉ tiêu | Sản phẩm | Đơn vị chủ trì | Thời gian |
            |---|---|---|---|---|---|
            | 1 | Tập huấn phân loại rác | 08 lớp | 01 báo cáo | Hội Nông dân xã | Quý II |
            | 2 | Sản xuất tài liệu | | 20 video, 10 phóng sự | Công an xã | Quý III |
            """
        );
        Assert.Equal(
            [("Tập huấn phân loại rác", 8m, "lớp"), ("Sản xuất tài liệu", 20m, "video"), ("Sản xuất tài liệu", 10m, "phóng sự")],
            targets.Select(t => (t.Measure, t.Value, t.Unit))
        );
        Assert.Equal(["Hội Nông dân xã"], targets[0].Responsible);
    }

    private static IReadOnlyList<PlanTarget> Table(string title, string heading, string rows) =>
        PlanReader
            .Read(
                DocumentSource.Read(
                    new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"**KẾ HOẠCH**\n\n**{title}**\n\n**{heading}**\n\n{rows}\n")),
                    "plan.md",
                    cancellationToken: TestContext.Current.CancellationToken
                )
            )
            .Targets;

    [Fact]
    public void A_row_too_long_for_one_paragraph_is_one_task()
    {
        var row = new TableRow(0, 1, false, [new string('a', 15_000) + " rà soát", new string('b', 15_000), "Công an xã"]);
        var plan = PlanReader.Read(
            new(
                "docx",
                [
                    new("I. PHÂN CÔNG"),
                    new("Nhiệm vụ | Sản phẩm | Chủ trì") { Row = new(0, 0, false, ["Nhiệm vụ", "Sản phẩm", "Chủ trì"]) },
                    new(string.Join(" | ", row.Cells)) { Row = row },
                ],
                []
            )
        );
        Assert.Single(plan.Tasks, t => t.Lead.Contains("Công an xã"));
    }

    [Fact]
    public void Money_heads_a_column_of_amounts_and_no_lead()
    {
        TableRow Row(int index, params string[] cells) => new(0, index, false, cells);
        SourceLine[] lines =
        [
            new("Nội dung | Đơn vị | Thời gian") { Row = Row(0, "Nội dung", "Đơn vị", "Thời gian") },
            new("Thu ngân sách | Tỷ đồng | Năm 2026") { Row = Row(1, "Thu ngân sách", "Tỷ đồng", "Năm 2026") },
        ];
        Assert.DoesNotContain(PlanReader.Read(new("docx", lines, [])).Tasks, t => t.Lead.Count > 0);
    }

    /// <summary>"2.95 %": the mark of an item, and a figure right behind its dot.</summary>
    [Fact]
    public void A_figure_may_stand_right_behind_the_dot_of_its_item()
    {
        var targets = Read(
            "KẾ HOẠCH\nNăm 2025\n\nI. MỤC TIÊU\n1.Khám 15.000 lượt người.\n2.95 % người bệnh được tư vấn.\n3.100% cán bộ được tập huấn.\n"
        );
        Assert.Equal([("I.1", 15000m), ("I.2", 95m), ("I.3", 100m)], targets.Select(t => (t.Section!, t.Value!.Value)));
    }

    [Fact]
    public void What_who_wins_is_given_is_no_target() =>
        Assert.Empty(Read("KẾ HOẠCH\nNăm 2025\n\nI. NỘI DUNG\n- Quà tặng: Mỗi giải nhận được 01 loa, 10 thùng sữa.\n"));

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static List<PlanTarget> Read(string text) =>
        [.. PlanReader.Read(new("txt", [.. text.Split('\n').Select(l => new SourceLine(l))], [])).Targets.Where(t => t.Value is not null)];
}
