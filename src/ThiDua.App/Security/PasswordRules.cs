using ThiDua.App.Data;

namespace ThiDua.App.Security;

public enum PasswordFault
{
    TooShort,
    TooLong,
    Common,
    Repeated,
    OwnName,
}

/// <summary>
/// Which passwords are refused: short ones, well-known ones (<c>Security/common-passwords.txt</c>), runs and repetitions,
/// and the person's own name. No rule asks for kinds of characters: a sentence that one remembers is best.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 10,
        Longest = 128;
    private const int FewestKinds = 4;
    private const int LongestRun = 5;

    private static readonly string[] Runs = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly Lazy<HashSet<string>> Common = new(Read);

    public static PasswordFault? Fault(string? password, string userName, string fullName)
    {
        var typed = password ?? "";
        if (typed.Length < Shortest)
            return PasswordFault.TooShort;
        if (typed.Length > Longest)
            return PasswordFault.TooLong;
        var letters = Letters(typed);
        if (letters.Distinct().Count() < FewestKinds || Period(letters) <= letters.Length / 2 || InRuns(letters) * 2 >= letters.Length)
            return PasswordFault.Repeated;
        // "matkhau" with a year behind it is as well known as without.
        if (Common.Value.Contains(letters) || Common.Value.Contains(letters.Trim("0123456789!@#$.".ToCharArray())))
            return PasswordFault.Common;
        return OwnNames(userName, fullName)
            .Any(n =>
                letters.Replace(n, "", StringComparison.Ordinal).Count(char.IsLetter) < FewestKinds
                && letters.Contains(n, StringComparison.Ordinal)
            )
            ? PasswordFault.OwnName
            : null;
    }

    /// <summary>Without marks, spaces and capitals: these hardly make a guess harder.</summary>
    private static string Letters(string text) => SearchText.Fold(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>After how many characters the whole repeats itself.</summary>
    private static int Period(string text) =>
        Enumerable.Range(1, text.Length).First(p => Enumerable.Range(p, text.Length - p).All(at => text[at] == text[at - p]));

    /// <summary>How many characters stand in runs of the alphabet, of digits or of the keyboard, forwards or backwards.</summary>
    private static int InRuns(string text)
    {
        var inside = 0;
        for (var at = 0; at < text.Length; )
        {
            var length = 1;
            while (at + length < text.Length && IsRun(text.AsSpan(at, length + 1)))
                length++;
            if (length >= LongestRun)
                inside += length;
            at += length;
        }
        return inside;
    }

    private static bool IsRun(ReadOnlySpan<char> part)
    {
        Span<char> backwards = stackalloc char[part.Length];
        part.CopyTo(backwards);
        backwards.Reverse();
        foreach (var run in Runs)
            if (run.AsSpan().Contains(part, StringComparison.Ordinal) || run.AsSpan().Contains(backwards, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static IEnumerable<string> OwnNames(string userName, string fullName) =>
        new[] { Letters(userName), Letters(fullName), "thidua" }.Where(n => n.Length >= FewestKinds);

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var lines = new StreamReader(stream);
        return [.. lines.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(Letters)];
    }
}
