namespace ThiDua.Plans.Tests;

public sealed class UnitNamesTests
{
    private static readonly string[] Commune =
    [
        "Ủy ban nhân dân xã Bình Minh",
        "Công an xã Bình Minh",
        "Ban Chỉ huy Quân sự xã Bình Minh",
        "Đảng ủy xã Bình Minh",
        "Hội Liên hiệp Phụ nữ xã Bình Minh",
        "Hội Nông dân xã Bình Minh",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Bình Minh",
        "Hội Cựu chiến binh xã Bình Minh",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Minh",
        "Văn phòng – Thống kê xã Bình Minh",
        "Trung tâm Văn hóa, Thể thao và Truyền thanh xã Bình Minh",
        "Trạm Y tế xã Bình Minh",
        "Ấp 1",
        "Ấp 2",
        "Ấp 12",
        "Công an tỉnh Tây Ninh",
    ];

    [Theory]
    [InlineData("BCH Công an xã", "Công an xã Bình Minh")]
    [InlineData("CA xã", "Công an xã Bình Minh")]
    [InlineData("Công an xã Bình Minh", "Công an xã Bình Minh")]
    [InlineData("Trưởng Công an xã", "Công an xã Bình Minh")]
    [InlineData("Lực lượng Công an xã", "Công an xã Bình Minh")]
    [InlineData("Công an tỉnh", "Công an tỉnh Tây Ninh")]
    [InlineData("UBND xã", "Ủy ban nhân dân xã Bình Minh")]
    [InlineData("Chủ tịch UBND xã", "Ủy ban nhân dân xã Bình Minh")]
    [InlineData("BCH Quân sự xã", "Ban Chỉ huy Quân sự xã Bình Minh")]
    [InlineData("Ban CHQS xã", "Ban Chỉ huy Quân sự xã Bình Minh")]
    [InlineData("UB.MTTQVN xã", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Minh")]
    [InlineData("Hội LHPN xã", "Hội Liên hiệp Phụ nữ xã Bình Minh")]
    [InlineData("Đoàn TNCS Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Bình Minh")]
    [InlineData("Văn phòng - Thống kê xã", "Văn phòng – Thống kê xã Bình Minh")]
    [InlineData("Ấp 02", "Ấp 2")]
    [InlineData("Áp 12", "Ấp 12")]
    public void A_name_finds_its_unit(string written, string unit) => Assert.Equal(unit, UnitNames.Match(written, Commune)?.Candidate);

    [Theory]
    [InlineData("Các ấp")]
    [InlineData("Ấp 3")]
    [InlineData("Công an huyện")]
    [InlineData("Công an xã Hòa An")]
    [InlineData("Các cơ quan, đơn vị có liên quan")]
    public void What_is_none_of_them_finds_none(string written) => Assert.Null(UnitNames.Match(written, Commune));

    [Fact]
    public void Two_that_are_alike_are_no_match_but_are_ranked()
    {
        string[] twice = ["Trường Tiểu học Hòa An A", "Trường Tiểu học Hòa An B"];
        Assert.Null(UnitNames.Match("Trường Tiểu học Hòa An", twice));
        Assert.Equal(2, UnitNames.Rank("Trường Tiểu học Hòa An", twice).Count);
    }
}
