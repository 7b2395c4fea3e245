using System.Security.Cryptography;

namespace ThiDua.App.Data;

/// <summary>The id that addresses show: 60 random bits, so that nothing can be learnt from it or guessed by counting.</summary>
public static class PublicId
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    public const int Length = 12;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);
}
