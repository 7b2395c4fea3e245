namespace ThiDua.Measures.Tests;

public sealed class DefinitionsTests
{
    private static readonly IndicatorDefinition Cases = new() { Code = "cases", Kind = IndicatorKind.Flow };

    private static IndicatorDefinition Ratio(string code, string? above, string? below) =>
        new()
        {
            Code = code,
            Kind = IndicatorKind.Ratio,
            Numerator = above,
            Denominator = below,
        };

    private static IReadOnlyList<(string, DefinitionError)> Check(params IndicatorDefinition[] definitions) =>
        Definitions.Check(definitions);

    [Fact]
    public void A_sound_pack_has_no_mistakes() => Assert.Empty(Check(Cases, Ratio("share", "cases", "cases")));

    [Fact]
    public void Each_mistake_is_named()
    {
        Assert.Equal([("cases", DefinitionError.DuplicateCode)], Check(Cases, Cases));
        Assert.Equal([("share", DefinitionError.MissingPart)], Check(Cases, Ratio("share", "cases", null)));
        Assert.Equal([("share", DefinitionError.UnknownPart)], Check(Cases, Ratio("share", "cases", "nothing")));
        Assert.Equal([("share", DefinitionError.Circular)], Check(Cases, Ratio("share", "cases", "share")));
        Assert.Equal([("cases", DefinitionError.OutOfRange)], Check(Cases with { Scale = 7 }));
        Assert.Equal([("cases", DefinitionError.OutOfRange)], Check(Cases with { Factor = 0 }));
        Assert.Equal(
            [("change", DefinitionError.MissingPart)],
            Check(new IndicatorDefinition { Code = "change", Kind = IndicatorKind.Change })
        );
        Assert.Equal(
            [("r", DefinitionError.UnknownPart)],
            Check(
                new IndicatorDefinition
                {
                    Code = "r",
                    Kind = IndicatorKind.Reach,
                    Ceiling = "households",
                }
            )
        );
        Assert.Equal(
            [("r", DefinitionError.CeilingNotStock)],
            Check(
                Cases,
                new()
                {
                    Code = "r",
                    Kind = IndicatorKind.Reach,
                    Ceiling = "cases",
                }
            )
        );
    }

    [Fact]
    public void A_circle_of_several_is_named_for_each() =>
        Assert.Equal(
            [("a", DefinitionError.Circular), ("b", DefinitionError.Circular)],
            Check(Cases, Ratio("a", "cases", "b"), Ratio("b", "a", "cases"), Ratio("outside", "a", "cases"))
        );

    [Fact]
    public void Mistakes_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Definitions([Cases, Ratio("share", "cases", "nothing")]));

    [Fact]
    public void What_must_be_loaded_is_what_a_value_is_made_of_and_what_bounds_it()
    {
        Definitions pack = new([
            new() { Code = "households", Kind = IndicatorKind.Stock },
            new()
            {
                Code = "reached",
                Kind = IndicatorKind.Reach,
                Ceiling = "households",
            },
            Cases,
            Ratio("share", "reached", "cases"),
            new()
            {
                Code = "change",
                Kind = IndicatorKind.Change,
                Of = "share",
            },
        ]);
        Assert.Equal(["reached", "cases"], pack.Leaves("change"));
        Assert.Equal(["reached", "households", "cases"], pack.Needed("change"));
    }

    [Theory]
    [InlineData("on-track", TargetState.OnTrack)]
    [InlineData("met", TargetState.Met)]
    public void Codes_are_language_neutral(string code, TargetState state) => Assert.Equal(code, state.Code());

    [Fact]
    public void A_method_and_a_reason_have_stable_codes() =>
        Assert.Equal(("least-squares", "no-monthly-baseline"), (ForecastMethod.LeastSquares.Code(), NoValue.NoMonthlyBaseline.Code()));
}
