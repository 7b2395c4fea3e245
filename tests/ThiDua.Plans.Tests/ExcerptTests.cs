namespace ThiDua.Plans.Tests;

public sealed class ExcerptTests
{
    [Fact]
    public void It_is_the_words_where_they_stand()
    {
        var text = "1. Tuần tra; canh gác.";
        var excerpt = Excerpt.Trimmed(text, 2, text.Length, " .;");
        Assert.Equal("Tuần tra; canh gác", excerpt);
        Assert.Equal("Tuần tra; canh gác".Length, excerpt.Length);
        Assert.Equal(excerpt, (Excerpt)"Tuần tra; canh gác");
        Assert.Equal(excerpt.GetHashCode(), ((Excerpt)"Tuần tra; canh gác").GetHashCode());
        Assert.NotEqual(excerpt, (Excerpt)"Tuần tra");
        Assert.True(excerpt.AsSpan().Overlaps(text));
    }

    [Fact]
    public void Nothing_is_an_empty_text()
    {
        Assert.Equal("", default(Excerpt).ToString());
        Assert.Equal(default, Excerpt.Trimmed(" ; ", 0, 3, " ;"));
        Assert.Equal(default(Excerpt).GetHashCode(), ((Excerpt)"").GetHashCode());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 4)]
    [InlineData(2, 2)]
    [InlineData(4, 0)]
    public void No_part_reaches_outside_its_source(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Excerpt("abc", start, length));

    /// <summary>Titles and tasks of a plan are parts of its lines, not copies of them.</summary>
    [Fact]
    public void A_plan_quotes_its_document()
    {
        string heading = "1. Tuyên truyền phòng cháy",
            task = "- Công an xã chủ trì tuần tra ban đêm.";
        var plan = PlanReader.Read(new("txt", [new("I. NỘI DUNG"), new(heading), new(task)], []));
        Assert.True(plan.Sections[^1].Title.AsSpan().Overlaps(heading));
        Assert.True(Assert.Single(plan.Tasks).Text.AsSpan().Overlaps(task));
    }
}
