using CsCheck;

namespace ThiDua.Measures.Tests;

public sealed class RationalTests
{
    private static readonly Gen<Rational> Fractions = Gen.Select(
        Gen.Long[-1_000_000, 1_000_000],
        Gen.Long[1, 1_000_000],
        (n, d) => new Rational(n, d)
    );

    [Theory]
    [InlineData(5, 1000, 2, 0.01)]
    [InlineData(-5, 1000, 2, -0.01)]
    [InlineData(4999, 1000000, 2, 0.00)]
    [InlineData(25, 10, 0, 3)]
    [InlineData(-25, 10, 0, -3)]
    [InlineData(2, 3, 6, 0.666667)]
    [InlineData(-2, 3, 6, -0.666667)]
    [InlineData(7, 1, 6, 7)]
    public void Rounding_is_half_away_from_zero(long numerator, long denominator, int decimals, double expected) =>
        Assert.Equal((decimal)expected, new Rational(numerator, denominator).Round(decimals));

    [Fact]
    public void A_zero_denominator_is_refused() => Assert.Throws<DivideByZeroException>(() => (Rational)1L / Rational.Zero);

    [Fact]
    public void Default_is_zero() => Assert.Equal((Rational)0L, default);

    [Fact]
    public void Scaled_values_and_decimals_say_the_same() =>
        Gen.Select(Gen.Long, Gen.Int[0, 6])
            .Sample((value, scale) => Rational.FromScaled(value, scale) == (Rational)(value / (decimal)Math.Pow(10, scale)));

    [Fact]
    public void Arithmetic_is_exact() =>
        Gen.Select(Fractions, Fractions, Fractions)
            .Sample(
                (a, b, c) =>
                {
                    Assert.Equal(a, a + b - b);
                    Assert.Equal((a * c) + (b * c), (a + b) * c);
                    Assert.True(b.IsZero || a / b * b == a);
                    Assert.Equal(a < b, (a - b).Sign < 0);
                    Assert.Equal(a + b + c, c + b + a);
                }
            );
}
