using static ThiDua.Plans.Tests.SourceDocx.WordFile;

namespace ThiDua.Plans.Tests.SourceDocx;

public sealed class NumberingTests
{
    private static readonly string Plan =
        Abstract(
            0,
            Lvl(0, "upperRoman", "%1."),
            Lvl(1, "decimal", "%2."),
            Lvl(2, "lowerLetter", "%3)"),
            Lvl(3, "bullet", "-"),
            Lvl(4, "decimal", "%1.%2.%5")
        ) + Instance(1, 0);

    [Fact]
    public void A_multilevel_list_prints_as_Word_prints_it()
    {
        var document = new WordFile
        {
            Numbering = Plan,
            Body =
                P("MỤC ĐÍCH", Num(1))
                + P("Mục đích", Num(1, 1))
                + P("Yêu cầu", Num(1, 1))
                + P("Chặt chẽ", Num(1, 2))
                + P("Kịp thời", Num(1, 2))
                + P("Chi tiết", Num(1, 3))
                + P("CHỈ TIÊU", Num(1))
                + P("Về tội phạm", Num(1, 1))
                + P("Sâu", Num(1, 4)),
        }.Read();
        Assert.Equal(
            [
                "I. MỤC ĐÍCH",
                "1. Mục đích",
                "2. Yêu cầu",
                "a) Chặt chẽ",
                "b) Kịp thời",
                "- Chi tiết",
                "II. CHỈ TIÊU",
                "1. Về tội phạm",
                "II.1.1 Sâu",
            ],
            document.Lines.Select(l => l.Text)
        );
        Assert.Equal(["I.", "1.", "2.", "a)", "b)", "-", "II.", "1.", "II.1.1"], document.Lines.Select(l => l.Label));
    }

    [Fact]
    public void Legal_levels_print_every_number_as_decimal() =>
        Assert.Equal(
            ["I. Một", "1.1 Hai"],
            new WordFile
            {
                Numbering = Abstract(0, Lvl(0, "upperRoman", "%1."), Lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + Instance(1, 0),
                Body = P("Một", Num(1)) + P("Hai", Num(1, 1)),
            }.Lines()
        );

    [Fact]
    public void Instances_share_a_count_until_one_overrides_its_start() =>
        Assert.Equal(
            ["1. a", "2. b", "1. c", "2. d", "3. e", "5. f", "6. g"],
            new WordFile
            {
                Numbering =
                    Abstract(0, Lvl(0, "decimal", "%1."))
                    + Instance(1, 0)
                    + Instance(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
                    + Instance(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
                Body = P("a", Num(1)) + P("b", Num(1)) + P("c", Num(2)) + P("d", Num(2)) + P("e", Num(1)) + P("f", Num(3)) + P("g", Num(3)),
            }.Lines()
        );

    [Fact]
    public void An_override_can_change_the_shape_of_a_level() =>
        Assert.Equal(
            ["1. a", "Điều 2. b"],
            new WordFile
            {
                Numbering =
                    Abstract(0, Lvl(0, "decimal", "%1."))
                    + Instance(1, 0)
                    + Instance(2, 0, "<w:lvlOverride w:ilvl=\"0\">" + Lvl(0, "decimal", "Điều %1.") + "</w:lvlOverride>"),
                Body = P("a", Num(1)) + P("b", Num(2)),
            }.Lines()
        );

    [Fact]
    public void LvlRestart_zero_counts_on_through_the_document() =>
        Assert.Equal(
            ["I. A", "Điều 1. a", "Điều 2. b", "II. B", "Điều 3. c"],
            new WordFile
            {
                Numbering =
                    Abstract(0, Lvl(0, "upperRoman", "%1."), Lvl(1, "decimal", "Điều %2.", "<w:lvlRestart w:val=\"0\"/>")) + Instance(1, 0),
                Body = P("A", Num(1)) + P("a", Num(1, 1)) + P("b", Num(1, 1)) + P("B", Num(1)) + P("c", Num(1, 1)),
            }.Lines()
        );

    [Fact]
    public void LvlRestart_names_the_level_that_restarts() =>
        Assert.Equal(
            ["I. A", "1. a", "a) x", "2. b", "b) y", "II. B", "a) z"],
            new WordFile
            {
                Numbering =
                    Abstract(
                        0,
                        Lvl(0, "upperRoman", "%1."),
                        Lvl(1, "decimal", "%2."),
                        Lvl(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>")
                    ) + Instance(1, 0),
                Body =
                    P("A", Num(1))
                    + P("a", Num(1, 1))
                    + P("x", Num(1, 2))
                    + P("b", Num(1, 1))
                    + P("y", Num(1, 2))
                    + P("B", Num(1))
                    + P("z", Num(1, 2)),
            }.Lines()
        );

    [Theory]
    [InlineData("vi-VN", "abcdđeghiklmnopqrstuvxy")]
    [InlineData(null, "abcdđeghiklmnopqrstuvxy")]
    [InlineData("en-US", "abcdefghijklmnopqrstuvw")]
    public void Lettered_lists_follow_the_alphabet_of_the_documents_language(string? language, string letters)
    {
        var lines = new WordFile
        {
            Styles = language is null
                ? ""
                : $"<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault></w:docDefaults>",
            Numbering = Abstract(0, Lvl(0, "lowerLetter", "%1)")) + Instance(1, 0),
            Body = string.Concat(letters.Select(_ => P("x", Num(1)))),
        }.Lines();
        Assert.Equal(letters.Select(c => $"{c}) x"), lines);
    }

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
                <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
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
                    "<w:style w:type=\"numbering\" w:styleId=\"Ke\"><w:name w:val=\"Kê\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>",
                Numbering =
                    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/><w:numStyleLink w:val=\"Ke\"/></w:abstractNum>"
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
                <w:style w:type="numbering" w:styleId="Ke"><w:name w:val="Kê"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
                <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
                """,
                Numbering =
                    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/><w:numStyleLink w:val=\"Ke\"/></w:abstractNum>"
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

    [Fact]
    public void Empty_and_deleted_paragraphs_count_as_Word_counts_them() =>
        Assert.Equal(
            ["1. a", "3. c", "4. de"],
            new WordFile
            {
                Numbering = Abstract(0, Lvl(0, "decimal", "%1.")) + Instance(1, 0),
                Body =
                    P("a", Num(1))
                    + $"<w:p><w:pPr>{Num(1)}</w:pPr></w:p>"
                    + P("c", Num(1))
                    + $"<w:p><w:pPr>{Num(1)}<w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>{R("d")}</w:p>"
                    + P("e", Num(1)),
            }.Lines()
        );
}
