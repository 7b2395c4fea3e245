namespace ThiDua.Plans.Reading;

/// <summary>Counted things of two words and more; what is not here is taken as two words.</summary>
internal static class UnitNouns
{
    private static readonly Phrases<bool> Known = Build(
        "mô hình", "lượt người", "lượt", "vụ", "vụ việc", "vụ án", "km", "ha", "m2", "m3", "tấn", "kg", "người", "hộ", "hộ dân", "hộ nghèo", "hộ gia đình", "ấp", "thôn", "xã", "phường", "khu phố", "khu dân cư", "tổ", "tổ dân phố", "câu lạc bộ", "lớp", "buổi", "cuộc", "đợt", "lần",
        "tin", "bài", "tin bài", "tin, bài", "chuyên mục", "chuyên đề", "công trình", "phần việc", "tuyến đường", "tuyến", "điểm", "điểm phần trăm", "camera", "nhà", "căn nhà", "căn", "suất", "phần quà", "học sinh", "đoàn viên", "hội viên", "đảng viên", "cán bộ", "doanh nghiệp", "hợp tác xã",
        "tổ hợp tác", "sản phẩm", "cơ sở", "trường", "tiêu chí", "đơn vị", "tập thể", "cá nhân", "đối tượng", "hội nghị", "văn bản", "thủ tục", "dịch vụ", "hồ sơ", "giường bệnh", "bác sĩ", "lao động", "việc làm", "cây", "cây xanh", "pa nô", "băng rôn", "áp phích", "tờ rơi", "tờ", "cuốn", "bộ", "ca",
        "đồng chí", "thành viên", "nhóm", "đội", "chi hội", "chi bộ", "cụm", "cửa hàng", "máy", "phòng học", "bình chữa cháy", "phương tiện", "gia đình", "trường hợp", "hoạt động", "sáng kiến", "đề tài", "giải pháp", "kế hoạch", "chương trình", "lượt xem", "lượt tiếp cận", "tiết", "giải", "hạng mục", "dự án", "vườn", "con", "lít",
        "trạm", "cơ sở dữ liệu", "hệ thống", "nền tảng", "phần mềm", "vị trí", "địa điểm", "lượt hộ", "tổ chức", "phòng", "nhà văn hóa", "khu", "khu công nghiệp", "ngày hội", "hội thi", "chuyên trang", "phóng sự", "video", "clip", "MW", "mét", "mỏ", "lượt hội viên", "hội đồng", "hợp đồng", "thuê bao", "tài khoản", "kịch bản", "tập dữ liệu", "nhân lực", "sàn giao dịch", "ứng dụng", "loại bệnh", "bộ giáo trình", "chợ", "nhà máy", "trung tâm", "cầu", "bến");

    /// <summary>A measure that may be written without a blank behind its number.</summary>
    public static bool Glued(string unit) => unit is "ha" or "km" or "m" or "m2" or "m3" or "km2" or "kg" or "tan" or "ty" or "trieu" or "dong" or "lit" or "kw" or "mw";

    public static int Length(Words words, int at) => Known.Match(words, at, out _);

    private static Phrases<bool> Build(params string[] nouns)
    {
        var phrases = new Phrases<bool>();
        foreach (var noun in nouns) phrases.Add(noun, true);
        return phrases;
    }
}
