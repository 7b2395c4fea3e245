namespace ThiDua.Plans.Reading.Figures;

/// <summary>What is to be made or done so many times: "mở 03 lớp", "in 10.000 tờ rơi", "cấp 200 thùng rác và 60 bộ chế phẩm".</summary>
internal static class PlannedOutputs
{
    private static readonly Phrases<string> Making = Phrases.Named(
        "tổ chức",
        "mở",
        "in",
        "in ấn",
        "xây",
        "xây dựng",
        "xây mới",
        "xây dựng mới",
        "làm",
        "làm mới",
        "làm điểm",
        "sửa",
        "sửa chữa",
        "cải tạo",
        "nâng cấp",
        "mở rộng",
        "khởi công",
        "khánh thành",
        "bàn giao",
        "thành lập",
        "thành lập mới",
        "thành lập thêm",
        "ra mắt",
        "nhân rộng",
        "kiện toàn",
        "củng cố",
        "lắp",
        "lắp mới",
        "lắp thêm",
        "lắp đặt",
        "lắp đặt mới",
        "lắp đặt thêm",
        "trang bị",
        "trang bị mới",
        "mua",
        "mua mới",
        "mua sắm",
        "mua sắm mới",
        "thay thế",
        "thay mới",
        "bổ sung",
        "đầu tư",
        "đầu tư mới",
        "hoàn thiện",
        "treo",
        "gắn biển",
        "kẻ vẽ",
        "cấp",
        "cấp mới",
        "cấp đổi",
        "cấp phát",
        "phát",
        "phát hành",
        "phát sóng",
        "phân phát",
        "biên soạn",
        "sản xuất",
        "xuất bản",
        "viết",
        "đăng",
        "đăng tải",
        "đưa tin",
        "quay",
        "dựng",
        "ban hành",
        "ban hành đủ",
        "lập",
        "xác lập",
        "ký",
        "ký mới",
        "ký kết",
        "số hóa",
        "tái cấu trúc",
        "cắt giảm",
        "đơn giản hóa",
        "trồng",
        "trồng mới",
        "gieo trồng",
        "gieo cấy",
        "gieo cấy hết",
        "dồn đổi",
        "chăm sóc",
        "nạo vét",
        "bê tông hóa",
        "phát quang",
        "thu gom",
        "trồng thêm",
        "cứng hóa",
        "chuyển đổi",
        "trao",
        "trao tặng",
        "tặng",
        "vận động tặng",
        "hỗ trợ",
        "giúp",
        "giúp đỡ",
        "giúp thêm",
        "nhận giúp",
        "nhận giúp đỡ",
        "đỡ đầu",
        "nhận đỡ đầu",
        "nhận quản lý",
        "nhận tự quản",
        "đảm nhận",
        "nhận phụ trách",
        "cảm hóa",
        "giáo dục thành công",
        "vận động",
        "vận động hiến",
        "hiến",
        "đóng góp",
        "huy động",
        "thu hút",
        "quyên góp",
        "kết nạp",
        "giới thiệu",
        "phát triển",
        "phát triển mới",
        "phát triển thêm",
        "tuyển dụng",
        "tuyển chọn",
        "tuyển sinh",
        "cử",
        "đào tạo",
        "tập huấn",
        "bồi dưỡng",
        "dạy nghề",
        "tư vấn",
        "khám",
        "tiêm",
        "đưa",
        "chọn",
        "tạo việc làm cho",
        "biểu dương",
        "tuyên dương",
        "tôn vinh",
        "công nhận",
        "công bố",
        "diễn tập",
        "thực tập",
        "khắc phục",
        "nâng chất",
        "sáp nhập",
        "thắp sáng",
        "thắp sáng thêm",
        "khen thưởng",
        "triệt xóa",
        "triệt phá",
        "bắt",
        "bắt giữ",
        "vận động đầu thú",
        "thu hồi",
        "chuyển hóa",
        "chuyển hóa thành công",
        "xóa",
        "di dời",
        "giải tỏa",
        "hòa giải",
        "thực hiện",
        "triển khai",
        "triển khai điểm",
        "hoàn thành",
        "hoàn thành xử lý",
        "đạt",
        "đạt thêm",
        "có",
        "có thêm",
        "giảm",
        "tăng thêm",
        "duy trì",
        "duy trì sinh hoạt",
        "duy trì hoạt động",
        "kiểm tra",
        "giám sát",
        "thanh tra",
        "giải quyết",
        "xử lý",
        "xử lý dứt điểm",
        "hướng dẫn",
        "điều tra",
        "khảo sát",
        "rà soát",
        "phấn đấu",
        "đón"
    );

    // "thực hiện 05 chương trình", "có 05 thôn", "duy trì 31 tổ": these stand already, nobody is to make them.
    private static readonly Phrases<bool> CarriedOut = Phrases.Of(
        "thực hiện",
        "triển khai",
        "có",
        "kiểm tra",
        "giám sát",
        "giải quyết",
        "xử lý",
        "hướng dẫn",
        "thanh tra",
        "điều tra",
        "khảo sát",
        "rà soát",
        "phấn đấu",
        "hỗ trợ",
        "củng cố",
        "kiện toàn",
        "làm",
        "phát triển",
        "bổ sung",
        "ban hành",
        "lập"
    );
    private static readonly Phrases<bool> Standing = Phrases.Of(
        "chương trình",
        "dự án",
        "đề án",
        "nhiệm vụ",
        "giải pháp",
        "tiêu chí",
        "kế hoạch",
        "văn bản",
        "thôn",
        "ấp",
        "xã",
        "phường",
        "đơn vị",
        "thủ tục",
        "dịch vụ",
        "nhóm",
        "tỉnh",
        "thành phố",
        "huyện",
        "quận",
        "nước",
        "quốc gia",
        "TTHC",
        "công văn",
        "khu",
        "vùng"
    );

    // These need a thing that is known to be counted: "đạt 3 sao", "giảm 2 cấp" count nothing.
    private static readonly Phrases<bool> Loose = Phrases.Of(
        "thực hiện",
        "triển khai",
        "có",
        "đạt",
        "duy trì",
        "hoàn thành",
        "giảm",
        "phát triển",
        "làm",
        "phấn đấu",
        "đưa",
        "đặt",
        "in",
        "hỗ trợ",
        "tổ chức",
        "xây dựng",
        "thành lập",
        "ban hành",
        "lập",
        "hoàn thiện",
        "đầu tư",
        "nâng cấp",
        "mở",
        "mở rộng",
        "bổ sung",
        "chọn",
        "chuyển đổi",
        "cấp",
        "đào tạo",
        "công nhận",
        "kiểm tra",
        "giám sát",
        "giải quyết",
        "xử lý",
        "hướng dẫn",
        "điều tra",
        "khảo sát",
        "rà soát",
        "củng cố",
        "kiện toàn"
    );

    private static readonly Phrases<bool> Naming = Phrases.Of("cử", "chọn", "đưa", "giới thiệu");

    // One syllable is that verb with its own marks, or with none: "mỗi" is not "mời", "dân" not "dán".
    private static int Ending(Words words, int last) =>
        Making.MatchEnding(words, last, out var verb) is > 0 and var length && (length > 1 || words.Spelled(last, verb)) ? length : 0;

    /// <summary>A verb of making ends with this word; not "có" or "đạt", which say no more than that something is.</summary>
    public static bool EndsWithVerb(Words words, int last) =>
        Ending(words, last) is > 0 and var verb
        && CarriedOut.MatchEnding(words, last, out _) != verb
        && !(Loose.MatchEnding(words, last, out _) == verb && words[last] is "co" or "dat" or "tri" or "in");

    public static bool IsVerb(Words words, int at) => Making.Match(words, at, out _) > 0;

    /// <summary>A verb of making stands before the figure and its comparator, or before another of the same verb: "cấp 200 thùng rác và 60 bộ chế phẩm".</summary>
    public static bool Made(Words words, Figure figure)
    {
        var before = words.At(figure.Start) - 1;
        if (before < 0 || !words.Touches(before) || Ending(words, before) is not (> 0 and var verb))
            return false;
        // "sau khi hoàn thành 02 công trình": said of when, not of what.
        if (
            before >= verb
            && words.Touches(before - verb)
            && words.Slice(before - verb, before - verb).ToLowerInvariant() is "khi" or "độ" or "trước" or "sau" or "việc" or "chia"
        )
            return false;
        // "cử 01 cán bộ làm đầu mối" says who, not how many.
        if (figure.Value == 1 && Naming.MatchEnding(words, before, out _) == verb)
            return false;
        var noun = words.AfterNumber(figure.Word);
        if (CarriedOut.MatchEnding(words, before, out _) == verb && Standing.Match(words, noun, out _) > 0)
            return false;
        return Loose.MatchEnding(words, before, out _) != verb || UnitNouns.Length(words, noun) > 0;
    }

    /// <summary>What stands beside another that is to be made: "02 lớp và 03 buổi", "60 ha vụ đông, trong đó 15 ha khoai tây".</summary>
    public static bool Beside(Words words, Figure first, Figure figure)
    {
        var before = words.At(figure.Start) - 1;
        if (before < first.Word || UnitNouns.Length(words, words.AfterNumber(figure.Word)) == 0 || figure.Word - first.Word > 14)
            return false;
        var joined = words.Gap(before).Contains(',') || words.Is(before, "va") || words.Is(before, "do") && words.Is(before - 1, "trong");
        var brackets = 0;
        for (var i = Math.Max(first.Word, words.At(first.End) - 1); joined && i < before; i++)
        {
            foreach (var c in words.Gap(i))
                brackets +=
                    c is '(' ? 1
                    : c is ')' ? -1
                    : 0;
            joined = brackets > 0 || !words.Gap(i).Contains(':') && !Elsewhere.Contains(words.Slice(i + 1, i + 1).ToLowerInvariant());
        }
        return joined && brackets == 0;
    }

    // What follows these is said of something else.
    private static readonly HashSet<string> Elsewhere = ["tại", "ở", "gồm", "thuộc", "giữa", "mỗi"];
}
