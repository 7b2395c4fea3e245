using System.Globalization;
using System.Numerics;

namespace ThiDua.Measures;

/// <summary>
/// An exact fraction in lowest terms. Quotients and forecasts stay exact until they are shown, so that no order of
/// computing changes a figure and a value that equals its limit is equal to it. <c>default</c> is zero.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger denominator;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction needs a denominator other than zero.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        this.denominator = denominator / divisor;
    }

    public BigInteger Numerator { get; }

    /// <summary>Always positive.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public static Rational Zero => default;

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    /// <param name="value">A stored value: natural units × 10^<paramref name="scale"/>.</param>
    public static Rational FromScaled(Int128 value, int scale) => new(value, BigInteger.Pow(10, scale));

    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new(value < 0 ? -magnitude : magnitude, BigInteger.Pow(10, value.Scale));
    }

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <summary>
    /// The nearest decimal of <paramref name="decimals"/> places (0 to 12), halves away from zero. What a <see cref="decimal"/>
    /// cannot hold is shown as its greatest or least value: no page falls over a figure.
    /// </summary>
    public decimal Round(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 12);
        var power = BigInteger.Pow(10, decimals);
        var twice = BigInteger.Abs(Numerator) * power * 2;
        var magnitude = (twice + Denominator) / (Denominator * 2);
        var whole = BigInteger.DivRem(magnitude, power, out var rest);
        var size = whole >= new BigInteger(decimal.MaxValue) ? decimal.MaxValue : (decimal)whole + ((decimal)rest / (decimal)power);
        return Numerator.Sign < 0 ? -size : size;
    }

    /// <summary>The greatest multiple of 10^−<paramref name="scale"/> that is not above it.</summary>
    public Rational Floor(int scale = 0)
    {
        var power = BigInteger.Pow(10, scale);
        var whole = BigInteger.DivRem(Numerator * power, Denominator, out var rest);
        return new(rest.Sign < 0 ? whole - 1 : whole, power);
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>For logs and tests: <c>7/3</c>, or <c>7</c>.</summary>
    public override string ToString() =>
        Denominator.IsOne
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
