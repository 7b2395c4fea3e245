using CsCheck;
using ThiDua.App.Forms;

namespace ThiDua.App.Tests.Forms;

/// <summary>Two windows with one form: what comes of both.</summary>
public sealed class FormMergeTests
{
    private static readonly string[] Fields = ["road.lit", "results", "comment.road.lit"];

    private static Dictionary<string, string> Form(params (string Field, string Value)[] values) =>
        values.ToDictionary(v => v.Field, v => v.Value);

    [Fact]
    public void Words_of_one_window_are_not_erased_by_the_other()
    {
        var shown = FormMerge.Mark(Form(("road.lit", "9"), ("results", "")));
        var merged = FormMerge.Merge(shown, Form(("road.lit", "7"), ("results", "")), Form(("road.lit", "9"), ("results", "Đã họp dân.")));
        Assert.Equal(("7", "Đã họp dân."), (merged.Values["road.lit"], merged.Values["results"]));
        Assert.Empty(merged.Clashes);
        Assert.Equal(["results"], merged.Others.Keys);
    }

    [Fact]
    public void Both_changed_one_field_a_person_has_to_look()
    {
        var shown = FormMerge.Mark(Form(("road.lit", "9")));
        var merged = FormMerge.Merge(shown, Form(("road.lit", "7")), Form(("road.lit", "8")));
        Assert.Equal(["road.lit"], merged.Clashes);
        Assert.Equal("7", merged.Values["road.lit"]);
    }

    [Fact]
    public void Line_ends_of_a_browser_are_no_change()
    {
        var shown = FormMerge.Mark(Form(("results", "Một\nHai")));
        Assert.Empty(FormMerge.Merge(shown, Form(("results", "Một\r\nHai\r\n")), Form(("results", "Một\nHai"))).Others);
        Assert.Equal("Ba", FormMerge.Merge(shown, Form(("results", "Một\r\nHai")), Form(("results", "Ba"))).Values["results"]);
    }

    [Theory, InlineData(""), InlineData("road.lit"), InlineData("=== = a=b=c"), InlineData("road.lit=x road.lit=y")]
    public void Whatever_a_browser_sends_as_shown_is_borne(string was) =>
        Assert.Equal("7", FormMerge.Merge(was, Form(("road.lit", "7")), Form(("road.lit", "7"))).Values["road.lit"]);

    [Fact]
    public void What_a_window_changed_stays_what_it_left_is_taken_and_nothing_else_comes_out()
    {
        string[] values = ["", "1", "2", "Một\nhai", " 1 "];
        var value = Gen.Int[0, values.Length - 1].Select(i => values[i]);
        var form = Gen.Select(value, value, value, (a, b, c) => Form((Fields[0], a), (Fields[1], b), (Fields[2], c)));
        Gen.Select(form, form, form)
            .Sample(
                (shown, mine, saved) =>
                {
                    var merged = FormMerge.Merge(FormMerge.Mark(shown), mine, saved);
                    foreach (var field in Fields)
                    {
                        var changed = mine[field].Trim() != shown[field].Trim();
                        Assert.Equal(changed ? mine[field] : saved[field], merged.Values[field]);
                        Assert.Equal(
                            changed && saved[field].Trim() != shown[field].Trim() && saved[field].Trim() != mine[field].Trim(),
                            merged.Clashes.Contains(field)
                        );
                    }
                    Assert.Empty(merged.Others.Keys.Intersect(merged.Clashes));
                },
                iter: 2000
            );
    }
}
