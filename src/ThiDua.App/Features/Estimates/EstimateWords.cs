using Microsoft.Extensions.Localization;
using ThiDua.App.Features.Progress;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Estimates;

/// <summary>An estimate in words, always labelled as one.</summary>
public static class EstimateWords
{
    public static string Expected(this IStringLocalizer<Text> text, EstimatedEnd end) => text[end.Met ? "WillMeet" : "WillMiss"].Value;

    /// <summary>Under a target's table of a paper.</summary>
    public static string? Note(this IStringLocalizer<Text> text, ProgressWords words, TargetProgress target, EstimatedEnd end) =>
        end.Value is { } value ? text["PaperNote", words.Figure(target, value), text.Expected(end).ToLowerInvariant()].Value : null;

    public static string From(this IStringLocalizer<Text> text, EstimatedEnd end) =>
        end.Asked == 1 ? text["GivenAt", Show.Time(end.Latest)] : text["GivenBy", end.Given, end.Asked, Show.Time(end.Latest)];
}
