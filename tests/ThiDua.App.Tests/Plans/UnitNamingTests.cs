using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Units;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Plans;

/// <summary>What the names of a commune's plan stand for, before any unit but the commune exists and after.</summary>
public sealed class UnitNamingTests
{
    private static readonly UnitRow Commune = new(1, "xa", "90001", "Xã Bình Minh Mẫu", "commune", null, "/1/");

    [Theory]
    [InlineData("Công an xã", "police", "Công an xã Bình Minh Mẫu")]
    [InlineData("Lực lượng Công an", "police", "Công an xã Bình Minh Mẫu")]
    [InlineData("BCH Quân sự xã", "military", "Ban Chỉ huy Quân sự xã Bình Minh Mẫu")]
    [InlineData("Ban Chỉ đạo của xã", "steering-committee", "Ban Chỉ đạo xã Bình Minh Mẫu")]
    public void A_missing_organ_is_created_under_its_full_name(string written, string kind, string name)
    {
        var row = Naming().Row(written);
        Assert.Equal((UnitChoice.Create, kind, name, false), (row.Choice, row.Kind, Assert.Single(row.NewNames), row.ToCheck));
    }

    [Fact]
    public void A_number_anywhere_in_the_plan_says_how_many_hamlets_are_missing()
    {
        var row = Naming(["Các ngành, đơn vị, 6 ấp trên địa bàn xã"]).Row("Các ấp");
        Assert.Equal((UnitChoice.AllOfKind, "hamlet", true), (row.Choice, row.Kind, row.ToCheck));
        Assert.Equal(["Ấp 1", "Ấp 2", "Ấp 3", "Ấp 4", "Ấp 5", "Ấp 6"], row.NewNames);
        var known = Naming(["06 ấp"], new UnitRow(2, "a", "A", "Ấp Bình Đông", "hamlet", 1, "/1/2/")).Row("Các ấp");
        Assert.Equal(5, known.NewNames.Count);
    }

    [Fact]
    public void Hamlets_are_called_as_the_plan_lists_them()
    {
        var row = Naming(
                ["06 ấp", "Các ấp: Ấp An Hòa, ấp An Lợi và ẤP BÌNH ĐÔNG"],
                new UnitRow(2, "a", "A", "Ấp An Lợi", "hamlet", 1, "/1/2/")
            )
            .Row("Các ấp");
        Assert.Equal(["Ấp An Hòa", "Ấp Bình Đông"], row.NewNames);
        Assert.Equal((UnitChoice.AllOfKind, true), (row.Choice, row.ToCheck));
    }

    [Theory]
    [InlineData("Các ấp: Ấp An Hòa, Ấp An Lợi, Ấp An Phú.", true)]
    [InlineData("Các ngành, đơn vị, 6 ấp trên địa bàn xã", true)]
    [InlineData("Công an xã", true)]
    [InlineData("Các ấp tổ chức tuyên truyền", false)]
    [InlineData("Ấp An Hòa: xây dựng mô hình điểm", false)]
    public void A_line_of_names_is_no_task(string line, bool only) => Assert.Equal(only, Naming().IsOnlyNames(line));

    [Theory]
    [InlineData("Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức Thành viên các cấp")]
    [InlineData("Mặt trận Tổ quốc và các tổ chức thành viên các cấp")]
    [InlineData("các cơ quan, đơn vị liên quan")]
    [InlineData("các đơn vị nghiệp vụ liên quan")]
    [InlineData("các tổ chức thành viên các cấp")]
    [InlineData("các cơ quan chuyên môn")]
    [InlineData("Các chi hội Luật gia ở cơ sở")]
    public void A_collective_name_creates_no_unit_of_that_name(string written)
    {
        var row = Naming().Row(written);
        Assert.NotEqual(UnitChoice.Open, row.Choice);
        Assert.True(row.ToCheck || row.Choice == UnitChoice.Group);
        Assert.DoesNotContain(
            row.NewNames,
            n => n.Contains("các", StringComparison.OrdinalIgnoreCase) || n.Contains("liên quan", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("UBND tỉnh", UnitChoice.Ignore)]
    [InlineData("Công an thành phố", UnitChoice.Ignore)]
    [InlineData("các đơn vị có liên quan", UnitChoice.Group)]
    [InlineData("Các hội, đoàn thể", UnitChoice.Group)]
    [InlineData("Các trường trên địa bàn xã", UnitChoice.AllOfKind)]
    [InlineData("Câu lạc bộ thơ", UnitChoice.Open)]
    public void Names_of_other_levels_and_of_many(string written, UnitChoice choice) => Assert.Equal(choice, Naming().Row(written).Choice);

    [Theory]
    [InlineData("Công an", "police")]
    [InlineData("CA xã", "police")]
    [InlineData("Công an xã Bình Minh Mẫu", "police")]
    [InlineData("ấp Bình Đông", "hamlet")]
    public void A_known_unit_is_matched(string written, string kind)
    {
        var row = Naming(
                [],
                new UnitRow(2, "ca", "CA", "Công an xã Bình Minh Mẫu", "police", 1, "/1/2/"),
                new UnitRow(3, "bd", "BD", "Ấp Bình Đông", "hamlet", 1, "/1/3/")
            )
            .Row(written);
        Assert.Equal((UnitChoice.Match, kind), (row.Choice, row.Kind));
    }

    [Theory]
    [InlineData("Công an xã, các đoàn thể và các ấp", 3)]
    [InlineData("Các ngành, đoàn thể xã và các ấp", 3)]
    [InlineData("Trung tâm Văn hóa, Thể thao và Truyền thanh xã", 1)]
    [InlineData("Công an xã", 1)]
    [InlineData("Công an xã và câu lạc bộ thơ", 1)]
    public void A_list_of_names_is_parted_and_one_name_is_not(string written, int parts) =>
        Assert.Equal(parts, Naming().Parts(written).Count);

    private static UnitNaming Naming(IReadOnlyList<string>? written = null, params UnitRow[] units) =>
        new(Commune, [Commune, .. units], PackFolder.Pack, written ?? []);
}
