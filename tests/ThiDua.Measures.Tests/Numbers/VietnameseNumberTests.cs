using System.Globalization;
using CsCheck;

namespace ThiDua.Measures.Tests;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("1.234,5", 1, 12345)]
    [InlineData("1234,5", 1, 12345)]
    [InlineData("12.000", 0, 12000)]
    [InlineData("12000", 0, 12000)]
    [InlineData("1.234.567", 0, 1234567)]
    [InlineData("05", 0, 5)]
    [InlineData("0", 0, 0)]
    [InlineData("0,5", 2, 50)]
    [InlineData(" 82 ", 0, 82)]
    [InlineData("\u00a082\u202f", 0, 82)]
    [InlineData("-1.234,5", 1, -12345)]
    [InlineData("\u22125", 0, -5)]
    [InlineData("1000000000000000", 0, Entry.Limit)]
    [InlineData("-10.000.000.000.000,00", 2, -Entry.Limit)]
    public void Typed_numbers_are_read_as_officials_write_them(string typed, int scale, long expected)
    {
        Assert.True(VietnameseNumber.TryParse(typed, scale, allowNegative: true, out var value, out var error));
        Assert.Null(error);
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData(null, 0, NumberError.Empty)]
    [InlineData("", 0, NumberError.Empty)]
    [InlineData("   ", 0, NumberError.Empty)]
    [InlineData("mười", 0, NumberError.NotANumber)]
    [InlineData("12 hộ", 0, NumberError.NotANumber)]
    [InlineData("1 234", 0, NumberError.NotANumber)]
    [InlineData("1,2,3", 2, NumberError.NotANumber)]
    [InlineData("1,234.5", 4, NumberError.NotANumber)]
    [InlineData(",5", 1, NumberError.NotANumber)]
    [InlineData("5,", 1, NumberError.NotANumber)]
    [InlineData("-", 0, NumberError.NotANumber)]
    [InlineData("--5", 0, NumberError.NotANumber)]
    [InlineData("٥", 0, NumberError.NotANumber)]
    [InlineData("82%", 0, NumberError.NotANumber)]
    [InlineData("12.5", 1, NumberError.DotNotThousands)]
    [InlineData("1.23.456", 0, NumberError.DotNotThousands)]
    [InlineData("1234.567", 0, NumberError.DotNotThousands)]
    [InlineData("0.500", 3, NumberError.DotNotThousands)]
    [InlineData("1..000", 0, NumberError.DotNotThousands)]
    [InlineData(".5", 1, NumberError.DotNotThousands)]
    [InlineData("1,5", 0, NumberError.TooManyDecimals)]
    [InlineData("1,50", 1, NumberError.TooManyDecimals)]
    [InlineData("-1", 0, NumberError.Negative)]
    [InlineData("1000000000000001", 0, NumberError.TooLarge)]
    [InlineData("10000000000000,01", 2, NumberError.TooLarge)]
    [InlineData("99999999999999999999", 0, NumberError.TooLarge)]
    public void What_is_no_number_is_refused_with_its_reason(string? typed, int scale, NumberError expected)
    {
        Assert.False(VietnameseNumber.TryParse(typed, scale, allowNegative: false, out var value, out var error));
        Assert.Equal(expected, error);
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData(8235294, 100000, "82,35%")]
    [InlineData(82, 1, "82%")]
    [InlineData(0, 1, "0%")]
    [InlineData(165, 2, "82,5%")]
    [InlineData(82345, 1000, "82,35%")]
    [InlineData(-82345, 1000, "-82,35%")]
    [InlineData(-1, 1000, "0%")]
    public void A_percentage_has_two_decimals_half_away_from_zero(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, VietnameseNumber.FormatPercent(new(numerator, denominator)));

    [Fact]
    public void Vietnamese_separators_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "vi-VN", "en-US", "ar-SA", "" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("1.234,5", VietnameseNumber.FormatScaled(12345, 1));
                Assert.Equal("-1.234.567", VietnameseNumber.FormatScaled(-1234567, 0));
                Assert.True(VietnameseNumber.TryParse("-1.234,5", 1, true, out var value, out _) && value == -12345);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_shown_can_be_typed_again() =>
        Gen.Select(Gen.Long[-Entry.Limit, Entry.Limit], Gen.Int[0, 6])
            .Sample(
                (value, scale) =>
                {
                    Assert.True(VietnameseNumber.TryParse(VietnameseNumber.FormatScaled(value, scale), scale, true, out var back, out _));
                    Assert.Equal(value, back);
                }
            );

    [Fact]
    public void Any_text_is_read_or_refused_never_thrown_at() =>
        Gen.Select(Gen.String[Gen.Char["0123456789.,- %a"], 0, 30], Gen.Int[0, 6])
            .Sample((text, scale) => VietnameseNumber.TryParse(text, scale, true, out _, out var error) == (error is null));
}
