namespace ThiDua.App.Tests.Packs;

/// <summary>A pack counts work, models and organisations: it never asks who somebody is or what somebody believes.</summary>
public sealed class VocabularyTests
{
    private const string Definition = """
          - code: test.one
            name: {{vi: "{0}", en: "{1}"}}
            group: people
            kind: flow
            unit: {{vi: "{2}", en: "units"}}
            counts: {3}
            sensitive: {4}
            reportedBy: [hamlet]
            frequency: month
            help: {{vi: "{5}", en: "Help."}}
            verified: false

        """;

    [Theory]
    [InlineData("Số người theo đạo tại địa bàn", "People", "người", "person", "Ghi số.")]
    [InlineData("Số hộ dân tộc thiểu số", "Households", "hộ", "household", "Ghi số.")]
    [InlineData("Số tín đồ các tôn giáo", "Followers", "người", "person", "Ghi số.")]
    [InlineData("Số vụ liên quan tôn giáo", "Cases", "vụ", "case", "Ghi số.")]
    [InlineData("Tôn giáo của từng người trong ấp", "Religion", "mục", "document", "Ghi số.")]
    [InlineData("Quan điểm của từng hộ", "Opinions", "mục", "document", "Ghi số.")]
    [InlineData("Danh sách đối tượng truy nã", "Wanted", "người", "document", "Ghi số.")]
    [InlineData("Danh sách người nghiện", "Addicts", "người", "file", "Ghi số.")]
    [InlineData("Số người có tình trạng sức khỏe yếu", "People", "người", "person", "Ghi số.")]
    [InlineData("Hoàn cảnh gia đình của từng học sinh", "Pupils", "mục", "document", "Ghi số.")]
    [InlineData("Số người tham gia", "People", "người", "person", "Ghi rõ họ và tên, ngày sinh.")]
    [InlineData("Số người tham gia", "People", "người", "person", "Kèm số căn cước của người báo.")]
    [InlineData("Số người tham gia", "Religion of each person", "người", "person", "Ghi số.")]
    [InlineData("Số người tham gia", "List of suspects", "người", "person", "Ghi số.")]
    [InlineData("Số buổi", "Sessions", "buổi", "session", "Nêu tôn giáo của từng người dự.")]
    public void Such_a_definition_is_refused(string vi, string en, string unit, string counts, string help)
    {
        var errors = Load(vi, en, unit, counts, true, help);
        Assert.Contains(
            errors,
            e =>
                e.Path.StartsWith("indicators[", StringComparison.Ordinal)
                && e.Message.Vi.Contains("bộ mẫu không được", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Số mô hình trong đồng bào các tôn giáo", "Models in religious communities", "mô hình", "model", "Đếm theo mô hình.")]
    [InlineData("Số buổi tuyên truyền trong vùng đồng bào dân tộc thiểu số", "Sessions", "buổi", "session", "Đếm theo buổi.")]
    [InlineData("Số tổ chức tôn giáo ký giao ước", "Religious organisations", "tổ chức", "organisation", "Đếm theo tổ chức.")]
    [InlineData("Số người chấp hành xong án phạt tù", "People released", "người", "person", "Không ghi họ tên.")]
    [InlineData("Số lượt giúp đỡ", "Acts of help", "lượt", "visit", "Ghi số lượt. Không nêu tên người được giúp, không lập danh sách.")]
    [InlineData("Số hộ đoàn kết, giúp nhau", "Households", "hộ", "household", "Tin đó được tính một lần.")]
    public void Work_with_communities_is_counted_by_model_and_organisation(string vi, string en, string unit, string counts, string help) =>
        Assert.Empty(Load(vi, en, unit, counts, true, help).Select(e => e.Format("vi")));

    [Theory]
    [InlineData("Số vụ phạm tội ma túy", "case")]
    [InlineData("Số người tái phạm", "person")]
    [InlineData("Số đối tượng truy nã", "case")]
    public void Counts_of_crime_are_protected_where_they_are_small(string vi, string counts)
    {
        Assert.Contains(Load(vi, "Cases", "vụ", counts, false, "Ghi số."), e => e.Path.EndsWith(".sensitive", StringComparison.Ordinal));
        Assert.Empty(Load(vi, "Cases", "vụ", counts, true, "Ghi số."));
    }

    [Fact]
    public void A_rate_of_protected_counts_is_protected()
    {
        using var pack = new SpoiltPack();
        pack.Replace("indicators.yaml", "    denominator: wanted.new\n    sensitive: true\n", "    denominator: wanted.new\n");
        Assert.Contains("wanted.new", pack.Load().Errors[0].Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_flows_are_read_too()
    {
        using var pack = new SpoiltPack();
        pack.Replace(
            "flows/report.yaml",
            "{vi: \"Báo cáo kỳ\", en: \"Periodic report\"}",
            "{vi: \"Danh sách đối tượng\", en: \"Periodic report\"}"
        );
        Assert.Contains("danh sách đối tượng", pack.OnlyError().Message.Vi, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ThiDua.App.Packs.PackError> Load(
        string vi,
        string en,
        string unit,
        string counts,
        bool sensitive,
        string help
    )
    {
        using var pack = new SpoiltPack();
        pack.Append("indicators.yaml", string.Format(null, Definition, vi, en, unit, counts, sensitive ? "true" : "false", help));
        return pack.Load().Errors;
    }
}
