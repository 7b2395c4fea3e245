using System.Globalization;
using System.Numerics;

namespace ThiDua.Oracle.Tests;

/// <summary>A fraction of two big integers: nothing is lost before the comparison.</summary>
public readonly struct Exact : IEquatable<Exact>, IComparable<Exact>
{
    private readonly BigInteger _under;

    public Exact(BigInteger over, BigInteger under)
    {
        if (under.IsZero)
        {
            throw new DivideByZeroException();
        }
        var common = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        Over = over / common;
        _under = under / common;
    }

    public static Exact Zero => default;

    public static Exact One => new(1, 1);

    public BigInteger Over { get; }

    // The default of the struct is nought over one.
    public BigInteger Under => _under.IsZero ? BigInteger.One : _under;

    public bool IsZero => Over.IsZero;

    public static implicit operator Exact(long whole) => new(whole, 1);

    public static Exact operator +(Exact a, Exact b) => new(a.Over * b.Under + b.Over * a.Under, a.Under * b.Under);

    public static Exact operator -(Exact a, Exact b) => new(a.Over * b.Under - b.Over * a.Under, a.Under * b.Under);

    public static Exact operator -(Exact a) => new(-a.Over, a.Under);

    public static Exact operator *(Exact a, Exact b) => new(a.Over * b.Over, a.Under * b.Under);

    public static Exact operator /(Exact a, Exact b) => new(a.Over * b.Under, a.Under * b.Over);

    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;

    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;

    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Exact a, Exact b) => a.Equals(b);

    public static bool operator !=(Exact a, Exact b) => !a.Equals(b);

    public static Exact Max(Exact a, Exact b) => a >= b ? a : b;

    public static Exact Min(Exact a, Exact b) => a <= b ? a : b;

    /// <summary>In millionths, half away from zero: "equal after rounding to six decimals".</summary>
    public BigInteger Millionths()
    {
        var twice = BigInteger.Abs(Over) * 2_000_000 / Under;
        return Over.Sign * ((twice + 1) / 2);
    }

    public int CompareTo(Exact other) => (Over * other.Under).CompareTo(other.Over * Under);

    public bool Equals(Exact other) => Over == other.Over && Under == other.Under;

    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Over, Under);

    public override string ToString() =>
        Under.IsOne ? Over.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Over}/{Under}");
}
