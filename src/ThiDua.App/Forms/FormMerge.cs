using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThiDua.App.Forms;

/// <param name="Values">What a window changed, and of the rest what was saved meanwhile.</param>
/// <param name="Clashes">Fields that this window and another changed, each to something else.</param>
/// <param name="Others">Fields that only another window changed.</param>
public sealed record MergedForm(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlySet<string> Clashes,
    IReadOnlyDictionary<string, string> Others
);

/// <summary>Two windows with one form: of each only what it changed is written. Pure.</summary>
public static class FormMerge
{
    /// <summary>Name of the hidden field that says what the window was shown.</summary>
    public const string Field = "_was";

    /// <summary>A short mark of each value; empty ones have none.</summary>
    public static string Mark(IReadOnlyDictionary<string, string> shown) =>
        string.Join(
            ' ',
            shown.Where(v => Plain(v.Value).Length > 0).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={Of(v.Value)}")
        );

    /// <param name="was">What <see cref="Mark"/> made of the values that the window was shown.</param>
    /// <param name="typed">As the window sends it; a field that is not there was not changed.</param>
    /// <param name="saved">As it stands now.</param>
    public static MergedForm Merge(string was, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> saved)
    {
        var marks = was.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(m => m.Split('='))
            .Where(m => m.Length == 2)
            .DistinctBy(m => m[0])
            .ToDictionary(m => m[0], m => m[1], StringComparer.Ordinal);
        var (values, clashes, others) = (Empty(), new HashSet<string>(StringComparer.Ordinal), Empty());
        foreach (var field in typed.Keys.Union(saved.Keys))
        {
            var (before, now) = (marks.GetValueOrDefault(field, ""), saved.GetValueOrDefault(field, ""));
            var mine = typed.GetValueOrDefault(field, now);
            var (changedHere, changedThere) = (Of(mine) != before && typed.ContainsKey(field), Of(now) != before);
            values[field] = changedHere ? mine : now;
            if (changedThere && changedHere && Of(mine) != Of(now))
                clashes.Add(field);
            else if (changedThere && !changedHere)
                others[field] = now;
        }
        return new(values, clashes, others);
    }

    private static Dictionary<string, string> Empty() => new(StringComparer.Ordinal);

    private static string Of(string value)
    {
        var plain = Plain(value);
        return plain.Length == 0
            ? ""
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)), 0, 6).ToLower(CultureInfo.InvariantCulture);
    }

    private static string Plain(string value) => value.ReplaceLineEndings("\n").Trim();
}
