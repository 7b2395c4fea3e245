using CsCheck;
using ThiDua.App.Features.Requests;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Packs;

namespace ThiDua.App.Tests.Requests;

public sealed class RequestRulesTests
{
    private static readonly IReadOnlyList<PackIndicator> Known = new PackShelf(Path.Combine(PackFolder.Repository, "packs"))[
        "an-ninh-to-quoc"
    ].Indicators;

    private static RequestField One(string line) => Assert.Single(RequestRules.Read(line, Known));

    [Theory]
    [InlineData("Số hộ bị ngập (hộ)", "Số hộ bị ngập", "hộ", FieldKinds.Number)]
    [InlineData("  Số người phải sơ tán  ", "Số người phải sơ tán", null, FieldKinds.Number)]
    [InlineData("Đã trực đủ quân số?", "Đã trực đủ quân số?", null, FieldKinds.YesNo)]
    [InlineData("Khó khăn (chữ)", "Khó khăn", null, FieldKinds.Text)]
    [InlineData("(hộ)", "(hộ)", null, FieldKinds.Number)]
    public void A_line_becomes_a_question(string line, string label, string? unit, string kind)
    {
        var field = One(line);
        Assert.Equal(("q1", label, unit, kind, null), (field.Code, field.Label, field.Unit, field.Kind, field.Indicator));
    }

    [Fact]
    public void An_indicators_name_is_that_indicator()
    {
        var lit = Known.First(i => i.Code == "road.lit");
        var field = One(lit.Name.Vi.ToLowerInvariant());
        Assert.Equal(("road.lit", lit.Measure.Vi, lit.Scale), (field.Indicator, field.Unit, field.Scale));
    }

    [Fact]
    public void Whatever_is_typed_makes_a_form_that_can_be_kept_and_read_again() =>
        Gen.String[Gen.Char["aộ (h)?\n\r\t;=1"], 0, 60]
            .Sample(
                lines =>
                {
                    var fields = RequestRules.Read(lines, Known);
                    Assert.Equal(fields, RequestFields.Parse(RequestFields.Write(fields)));
                    Assert.Equal(fields.Count, fields.Select(f => f.Code).Distinct().Count());
                    Assert.All(fields, f => Assert.NotEqual("", f.Label.Trim()));
                    Assert.All(fields, f => Assert.NotNull(FieldKinds.Of(RequestFields.Field(f))));
                },
                iter: 2000
            );

    [Theory]
    [InlineData("2024-05-15", "16:00", "2024-05-15T16:00:00+07:00")]
    [InlineData("2024-05-15", "7:05", "2024-05-15T07:05:00+07:00")]
    [InlineData("2024-05-15", "16h", "2024-05-15T16:00:00+07:00")]
    public void An_hour_is_vietnams(string day, string time, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, null), RequestRules.Moment(day, time));

    [Theory, InlineData("", "16:00"), InlineData("2024-05-15", ""), InlineData("15/05/2024", "16:00"), InlineData("2024-05-15", "25:00")]
    public void What_is_no_moment_is_none(string day, string time) => Assert.Null(RequestRules.Moment(day, time));
}
