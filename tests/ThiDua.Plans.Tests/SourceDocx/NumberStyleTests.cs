using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

/// <summary>Numbers that come from styles, and what labels look like.</summary>
public sealed class NumberStyleTests
{
    [Theory]
    [InlineData("decimalZero", 9, "09")]
    [InlineData("decimalZero", 10, "10")]
    [InlineData("upperLetter", 5, "Đ")]
    [InlineData("lowerLetter", 24, "aa")]
    [InlineData("lowerRoman", 1994, "mcmxciv")]
    [InlineData("upperRoman", 4, "IV")]
    [InlineData("lowerLetter", 2_000_000_000, "2000000000")]
    [InlineData("ordinal", 3, "3")]
    [InlineData("none", 3, "")]
    public void Formats(string format, int start, string printed) =>
        Assert.Equal(
            $"Mục {printed}: x".Replace("Mục : x", "Mục : x"),
            new WordFile
            {
                Numbering = Abstract(0, Lvl(0, format, "Mục %1:", start: start)) + Instance(1, 0),
                Body = P("x", Num(1)),
            }.Lines()[0]
        );

    [Fact]
    public void A_style_can_number_and_be_a_heading_through_what_it_is_based_on()
    {
        var document = new WordFile
        {
            Styles = """
                <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
                <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>
                <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="Phan"><w:name w:val="Phần"/><w:basedOn w:val="Heading1"/></w:style>
                """,
            Numbering =
                Abstract(
                    0,
                    Lvl(0, "upperRoman", "%1.", "<w:pStyle w:val=\"Heading1\"/>"),
                    Lvl(1, "decimal", "%2.", "<w:pStyle w:val=\"Heading2\"/>")
                ) + Instance(1, 0),
            Body =
                P("MỤC ĐÍCH", "<w:pStyle w:val=\"Heading1\"/>")
                + P("Chung", "<w:pStyle w:val=\"Heading2\"/>")
                + P("CHỈ TIÊU", "<w:pStyle w:val=\"Phan\"/>")
                + P("Không số", "<w:pStyle w:val=\"Heading1\"/>" + "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>")
                + P("thường"),
        }.Read();
        Assert.Equal(["I. MỤC ĐÍCH", "1. Chung", "II. CHỈ TIÊU", "Không số", "thường"], document.Lines.Select(l => l.Text));
        Assert.Equal([1, 2, 1, 1, 0], document.Lines.Select(l => l.HeadingLevel));
        Assert.Equal([true, true, true, true, false], document.Lines.Select(l => l.Bold));
    }

    [Fact]
    public void A_numbering_style_is_followed_through_its_link() =>
        Assert.Equal(
            ["1) a", "2) b"],
            new WordFile
            {
                Styles =
                    "<w:style w:type=\"numbering\" w:styleId=\"Ke\"><w:name w:val=\"Kê\"/><w:pPr><w:numPr><w:numId "
                    + "w:val=\"2\"/></w:numPr></w:pPr></w:style>",
                Numbering =
                    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/><w:numStyleLink "
                    + "w:val=\"Ke\"/></w:abstractNum>"
                    + "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/><w:styleLink w:val=\"Ke\"/>"
                    + Lvl(0, "decimal", "%1)")
                    + "</w:abstractNum>"
                    + Instance(1, 0)
                    + Instance(2, 1),
                Body = P("a", Num(1)) + P("b", Num(1)),
            }.Lines()
        );

    [Fact]
    public void Circles_of_links_and_styles_end() =>
        Assert.Equal(
            ["a", "b"],
            new WordFile
            {
                Styles = """
                <w:style w:type="numbering" w:styleId="Ke"><w:name w:val="Kê"/>
                <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
                <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
                """,
                Numbering =
                    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/><w:numStyleLink "
                    + "w:val=\"Ke\"/></w:abstractNum>"
                    + Instance(1, 0),
                Body = P("a", Num(1)) + P("b", "<w:pStyle w:val=\"A\"/>"),
            }.Lines()
        );

    [Theory]
    [InlineData("\uF0B7", "•")]
    [InlineData("\uF02D", "-")]
    [InlineData("–", "-")]
    [InlineData("+", "+")]
    [InlineData("o", "•")]
    public void Bullets(string mark, string printed) =>
        Assert.Equal(
            $"{printed} x",
            new WordFile { Numbering = Abstract(0, Lvl(0, "bullet", mark)) + Instance(1, 0), Body = P("x", Num(1)) }.Lines()[0]
        );
}
