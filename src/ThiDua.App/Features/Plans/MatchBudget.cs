using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// What matching a plan with the tree and the indicators may take. It runs inside the server: texts are cut to what a name or a
/// measure can be, and after some seconds what is left is left to the person.
/// </summary>
public sealed class MatchBudget(TimeSpan most)
{
    /// <summary>Of one unit, as it is typed; a plan may write a list of them as one.</summary>
    public const int LongestName = 200,
        LongestList = 1_000,
        LongestMeasure = 4_000,
        LongestText = 8_000,
        MostNames = 200;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

    private readonly long begun = TimeProvider.System.GetTimestamp();

    public static MatchBudget Begin() => new(Usual);

    /// <summary>Whether something was left out for it.</summary>
    public bool WasOver { get; private set; }

    /// <summary>The result, or what stands for one that nobody has looked for.</summary>
    public T Within<T>(Func<T> match, T otherwise)
    {
        if (TimeProvider.System.GetElapsedTime(begun) < most)
            return match();
        WasOver = true;
        return otherwise;
    }

    /// <summary>The plan with names and measures no longer than they can be.</summary>
    public static Plan Cut(Plan plan) =>
        plan with
        {
            Targets =
            [
                .. plan.Targets.Select(t =>
                    t with
                    {
                        Text = Cut(t.Text, LongestText),
                        Measure = Cut(t.Measure, LongestMeasure),
                        Responsible = Names(t.Responsible),
                    }
                ),
            ],
            Tasks = [.. plan.Tasks.Select(t => t with { Lead = Names(t.Lead), With = Names(t.With) })],
        };

    public static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static Excerpt Cut(Excerpt text, int longest) => text.Length <= longest ? text : text.AsSpan()[..longest].ToString();

    private static IReadOnlyList<string> Names(IReadOnlyList<string> names) =>
        [.. names.Take(MostNames).Select(n => n.Length <= LongestList ? n : n[..(LongestList - 1)] + "…")];
}
