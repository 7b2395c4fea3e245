namespace ThiDua.Plans.Reading;

/// <summary>Counted things of two words and more; what is not here is taken as two words.</summary>
internal static class UnitNouns
{
    private static readonly Phrases<bool> Known = Phrases.Of(
        "mô hình", "lượt người", "lượt", "vụ", "vụ việc", "vụ án", "km", "ha", "m2", "m3", "tấn", "kg", "người", "hộ", "hộ dân", "hộ nghèo", "hộ gia đình", "ấp", "thôn", "xã", "phường", "khu phố", "khu dân cư", "tổ", "tổ dân phố", "câu lạc bộ", "lớp", "buổi", "cuộc", "đợt", "lần",
        "tin", "bài", "tin bài", "tin, bài", "chuyên mục", "chuyên đề", "công trình", "phần việc", "tuyến đường", "tuyến", "điểm", "điểm phần trăm", "camera", "nhà", "căn nhà", "căn", "suất", "phần quà", "học sinh", "đoàn viên", "hội viên", "đảng viên", "cán bộ", "doanh nghiệp", "hợp tác xã",
        "tổ hợp tác", "sản phẩm", "cơ sở", "trường", "tiêu chí", "đơn vị", "tập thể", "cá nhân", "đối tượng", "hội nghị", "văn bản", "thủ tục", "dịch vụ", "hồ sơ", "giường bệnh", "bác sĩ", "lao động", "việc làm", "cây", "cây xanh", "pa nô", "băng rôn", "áp phích", "tờ rơi", "tờ", "cuốn", "bộ", "ca",
        "đồng chí", "thành viên", "nhóm", "đội", "chi hội", "chi bộ", "cụm", "cửa hàng", "máy", "phòng học", "bình chữa cháy", "phương tiện", "gia đình", "trường hợp", "hoạt động", "sáng kiến", "đề tài", "giải pháp", "kế hoạch", "chương trình", "lượt xem", "lượt tiếp cận", "tiết", "giải", "hạng mục", "dự án", "vườn", "con", "lít",
        "trạm", "cơ sở dữ liệu", "hệ thống", "nền tảng", "phần mềm", "vị trí", "địa điểm", "lượt hộ", "tổ chức", "phòng", "nhà văn hóa", "khu", "khu công nghiệp", "ngày hội", "hội thi", "chuyên trang", "phóng sự", "video", "clip", "MW", "mét", "mỏ", "lượt hội viên", "hội đồng", "hợp đồng", "chuỗi", "chuỗi liên kết", "chuỗi cung ứng", "chuỗi giá trị", "đoàn", "đoàn kiểm tra", "đoàn giám sát", "đoàn công tác", "thuê bao", "tài khoản", "kịch bản", "tập dữ liệu", "nhân lực", "sàn giao dịch", "ứng dụng", "loại bệnh", "bộ giáo trình", "chợ", "nhà máy", "trung tâm", "cầu", "bến",
        "xe", "xe ô tô", "xe đạp", "xe máy", "máy tính", "máy quét", "bộ máy tính", "thùng", "thùng rác", "bóng đèn", "mắt camera", "mắt", "biển báo", "bảng tin", "cột cờ", "nhà tạm", "nhà vệ sinh", "công chức", "viên chức", "công nhân", "giáo viên", "thanh niên", "thiếu nhi", "trẻ em", "trẻ", "cháu", "chị", "chiến sĩ", "dân quân", "học viên", "sinh viên", "đại biểu", "cử tri", "cộng tác viên", "tình nguyện viên", "báo cáo viên", "tuyên truyền viên",
        "gương", "tấm gương", "ngày công", "ngày lương", "chuyến", "tiết dạy", "phương án", "đêm", "phiên", "phiên chợ", "gian hàng", "tọa đàm", "hội thảo", "cuộc thi", "hội chợ", "giải đấu", "băng nhóm", "đối tượng truy nã", "chuyên án", "khẩu súng", "khẩu", "tụ điểm", "tờ gấp", "bản cam kết", "bản", "bản sách", "bạn", "quyển", "ấn phẩm", "tin nhắn", "lượt tin", "video clip", "phim",
        "TTHC", "thủ tục hành chính", "quy trình", "ki-ốt", "thiết bị", "đường", "đoạn đường", "giếng", "chuồng trại", "hầm biogas", "bể bơi", "sân chơi", "sân", "nhà thi đấu", "điểm trường", "lớp học", "khoa", "mạng lưới", "chi đoàn", "CĐCS", "công đoàn cơ sở", "tổ chức đảng", "tổ chức hội", "chi hội trưởng", "dự án khởi nghiệp", "đơn vị máu", "suất học bổng", "thẻ", "thẻ BHYT", "nước", "thành phố", "tỉnh", "huyện", "quốc gia", "đồ dùng", "gói thầu", "danh mục", "bộ tài liệu", "tài liệu", "khóa", "khóa học", "buổi học", "môn", "mẫu", "hộ kinh doanh", "trang trại", "con giống", "cây giống");

    /// <summary>A measure that may be written without a blank behind its number.</summary>
    public static bool Glued(string unit) => unit is "ha" or "km" or "m" or "m2" or "m3" or "km2" or "kg" or "tan" or "ty" or "trieu" or "dong" or "lit" or "kw" or "mw";

    public static int Length(Words words, int at) => Known.Match(words, at, out _);
}
