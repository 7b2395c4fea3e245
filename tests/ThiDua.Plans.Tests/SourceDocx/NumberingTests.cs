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
