using Microsoft.Extensions.Localization;
using ThiDua.App.Data;

namespace ThiDua.App.Audit;

public static class VerbText
{
    /// <summary>What was done, in plain words; the code itself where no words are known (a pack's own act).</summary>
    public static string Verb(this IStringLocalizer<Text> text, string verb) =>
        text[$"verb.{verb}"] is { ResourceNotFound: false } known ? known.Value : verb;

    /// <summary>Every verb that has words, by its words: which of them occur is too much to ask of a long record.</summary>
    public static IReadOnlyList<Lists.ListOption> Verbs(this IStringLocalizer<Text> text) =>
        [
            .. text.GetAllStrings(includeParentCultures: false)
                .Where(t => t.Name.StartsWith("verb.", StringComparison.Ordinal))
                .Select(t => new Lists.ListOption(t.Name["verb.".Length..], t.Value))
                .OrderBy(o => NameText.SortKey(o.Label), StringComparer.Ordinal),
        ];

    /// <summary>The person; the system itself; or nobody known, for a sign-in that failed.</summary>
    public static string Who(this IStringLocalizer<Text> text, ActRow act) =>
        act.Who ?? text[act.Verb.EndsWith("-failed", StringComparison.Ordinal) ? "Unknown" : "System"].Value;

    /// <summary>The kind of thing an act was done to.</summary>
    public static string Subject(this IStringLocalizer<Text> text, string kind) =>
        text[$"subject.{kind}"] is { ResourceNotFound: false } known ? known.Value : kind;

    /// <summary>The name of a value that an act keeps.</summary>
    public static string Detail(this IStringLocalizer<Text> text, string name) =>
        text[name.Length == 0 ? "detail" : $"detail.{name}"] is { ResourceNotFound: false } known ? known.Value : name;

    /// <summary>A value in words where it is one of a few codes.</summary>
    public static string Value(this IStringLocalizer<Text> text, string name, string value) =>
        text[$"{name}.{value}"] is { ResourceNotFound: false } known ? known.Value : value;
}
