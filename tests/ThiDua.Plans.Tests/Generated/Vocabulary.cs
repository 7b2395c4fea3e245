using CsCheck;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>Names and phrases that made-up plans are put together from; all invented.</summary>
internal static class Vocabulary
{
    public static readonly string[] Places = ["Tân Hòa", "Phước Mỹ", "Long An", "Bình Thuận Đông", "Đông Thạnh", "Hiệp Lợi", "Thạnh Phú"];
    public static readonly string[] Persons =
    [
        "Nguyễn Văn An",
        "Trần Thị Bích",
        "Lê Minh Đức",
        "Phạm Thị Hồng Hạnh",
        "Võ Thành Long",
        "Đặng Quốc Ý",
    ];
    public static readonly string[] Movements =
    [
        "Toàn dân bảo vệ an ninh Tổ quốc",
        "Dân vận khéo",
        "Chung sức xây dựng nông thôn mới",
        "Toàn dân phòng cháy, chữa cháy",
    ];

    /// <summary>Units that may lead or support, as a plan names them.</summary>
    public static readonly string[] Units =
    [
        "Công an xã",
        "Tư pháp xã",
        "Văn phòng - Thống kê xã",
        "Hội Nông dân xã",
        "Hội Cựu chiến binh xã",
        "Hội Liên hiệp Phụ nữ xã",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Ban Chỉ huy Quân sự xã",
        "Trạm Y tế xã",
    ];

    /// <summary>What is led, after "chủ trì …"; no figure, no date and no organ inside.</summary>
    public static readonly string[] Deeds =
    [
        "tham mưu thực hiện tốt công tác phòng ngừa xã hội",
        "tổ chức tuyên truyền, phổ biến pháp luật cho Nhân dân",
        "kiểm tra việc thực hiện phong trào tại cơ sở",
        "rà soát, củng cố các mô hình hiện có",
        "biểu dương gương người tốt, việc tốt",
        "tổ chức các lớp tập huấn nghiệp vụ",
    ];

    /// <summary>Sentences that set nothing, name nobody and cite nothing.</summary>
    public static readonly string[] Aims =
    [
        "Nâng cao nhận thức, trách nhiệm của cán bộ và Nhân dân về giữ gìn trật tự, an toàn xã hội.",
        "Nội dung thi đua thiết thực, gắn với nhiệm vụ chính trị của địa phương.",
        "Kịp thời nhân rộng cách làm hay, khắc phục những việc còn hình thức.",
        "Phát huy tinh thần chủ động, sáng tạo ở từng khu dân cư.",
    ];

    public static readonly string[] Heads =
    [
        "Công tác tuyên truyền",
        "Xây dựng mô hình tự quản",
        "Công tác phối hợp",
        "Công tác dân vận",
        "Nâng cao hiệu quả hoạt động ở cơ sở",
        "Phòng ngừa xã hội",
        "Đổi mới nội dung và hình thức",
    ];

    public static readonly string[] Recipients =
    [
        "Đảng ủy xã",
        "TT.HĐND xã",
        "CT, PCT UBND xã",
        "Các ngành, đoàn thể xã",
        "Các trường trên địa bàn xã",
        "Các ấp",
        "Công an huyện",
    ];

    /// <summary>A measured thing in percent, and whether it can be asked to fall against a year.</summary>
    public static readonly string[] Shares =
    [
        "số hộ dân được tuyên truyền pháp luật",
        "số vụ việc được hòa giải thành",
        "số mô hình có nhóm Zalo",
        "số tuyến đường có đèn chiếu sáng",
        "đoàn viên, hội viên ký cam kết",
    ];

    public static readonly string[] Rates =
    [
        "Tỷ lệ điều tra, khám phá án",
        "Tỷ lệ giải quyết tin báo",
        "Tỷ lệ hộ gia đình văn hóa",
        "Tỷ lệ hòa giải thành",
    ];
    public static readonly string[] Falling = ["số vụ phạm tội về trật tự xã hội", "số vụ tai nạn giao thông", "số vụ cháy, nổ"];
    public static readonly (string Noun, string What)[] Counted =
    [
        ("mô hình", "tự quản về an ninh, trật tự"),
        ("buổi", "tuyên truyền pháp luật"),
        ("tổ", "hòa giải ở cơ sở"),
        ("công trình", "thắp sáng đường quê"),
    ];

    public static Gen<T> Pick<T>(IReadOnlyList<T> from) => Gen.Int[0, from.Count - 1].Select(i => from[i]);

    /// <summary>Some of them, in a random order, none twice.</summary>
    public static Gen<T[]> Some<T>(T[] from, int least, int most) =>
        Gen.Select(Gen.Shuffle(from), Gen.Int[least, Math.Min(most, from.Length)]).Select((all, n) => all[..n]);
}
