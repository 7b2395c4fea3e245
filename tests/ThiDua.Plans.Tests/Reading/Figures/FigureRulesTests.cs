namespace ThiDua.Plans.Tests.Reading.Figures;

/// <summary>Figures that set targets, and the many that set none.</summary>
public sealed class FigureRulesTests
{
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
        Assert.Equal(targets, Texts.Figured($"I. NHIỆM VỤ\n1. Công tác khác\n- {clause}.\n").Count);

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
        Assert.Equal(targets, Texts.Figured($"I. CHỈ TIÊU\n- {clause}.\n").Count);

    [Fact]
    public void What_who_wins_is_given_is_no_target() =>
        Assert.Empty(Texts.Figured("KẾ HOẠCH\nNăm 2025\n\nI. NỘI DUNG\n- Quà tặng: Mỗi giải nhận được 01 loa, 10 thùng sữa.\n"));

    [Theory]
    [InlineData("A. KẾT QUẢ GIẢM NGHÈO NĂM 2024\n- Mở 12 lớp, hỗ trợ 86 căn nhà, tỷ lệ hộ nghèo còn trên 4%.")]
    [InlineData("I. CHỈ TIÊU\n- Cuối năm 2024 toàn xã còn 14 hộ nghèo.")]
    public void Results_of_a_year_that_is_over_set_no_target(string part) =>
        Assert.Empty(Texts.Figured($"KẾ HOẠCH\nGiảm nghèo năm 2025\n\n{part}\n"));

    [Fact]
    public void What_is_still_striven_for_is_a_target_though_it_stands_among_results() =>
        Assert.Equal(
            [100m],
            Texts
                .Figured("I. TÌNH HÌNH THỰC HIỆN\n- Thu thuế ước đạt 96% dự toán.\n" + "- Chi đầu tư phấn đấu đạt 100% kế hoạch.\n")
                .Select(t => t.Value)
        );
}
