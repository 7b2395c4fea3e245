using Microsoft.Extensions.Localization;

namespace ThiDua.App.Audit;

public static class VerbText
{
    /// <summary>What was done, in plain words; the code itself where no words are known (a pack's own act).</summary>
    public static string Verb(this IStringLocalizer<Text> text, string verb) => text[$"verb.{verb}"] is { ResourceNotFound: false } known ? known.Value : verb;
}
