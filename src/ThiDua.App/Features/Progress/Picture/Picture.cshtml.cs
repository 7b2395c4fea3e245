using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Picture;

/// <summary>A page's figure as a picture that can be held and sent on in a chat; the words stand beside it.</summary>
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
[Needs<Unit>(Permission.ViewProgress, "unit", Optional = true)]
[ResponseCache(NoStore = true)]
public sealed class PictureModel(ProgressQueries queries, ProgressReader reader, ProgressWords words, IStringLocalizer<Text> text)
    : PageModel
{
    private const int MostNamed = 4;

    public Card Card { get; private set; } = null!;
    public string Address { get; private set; } = "";
    public string Back { get; private set; } = "";
    public bool HasPicture => CardFonts.Here is not null;

    public async Task<IActionResult> OnGet(
        string campaign,
        string? target,
        string? unit,
        string? asOf,
        CancellationToken cancellationToken
    ) => await Load(campaign, target, unit, asOf, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPng(
        string campaign,
        string? target,
        string? unit,
        string? asOf,
        CancellationToken cancellationToken
    ) =>
        await Load(campaign, target, unit, asOf, cancellationToken) && CardPicture.Png(Card) is { } png
            ? File(png, "image/png")
            : NotFound();

    private async Task<bool> Load(string campaign, string? target, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        if (await queries.Find(campaign, unit, asOf, cancellationToken) is not { } seen)
            return false;
        var ask = new ProgressAsk(seen.AsOf, Target: target, MayRead: path => path.StartsWith(seen.Unit.Path, StringComparison.Ordinal));
        var progress = await reader.Read(seen.Campaign, seen.Unit, ask, cancellationToken);
        var links = new ProgressLinks(seen.Campaign, seen.Unit, seen.AsOf == seen.Today ? null : seen.AsOf);
        if (target is not null && progress.Targets.Count == 0)
            return false;
        (Card, Back) = target is null
            ? (Whole(seen, progress), links.Overview)
            : (One(seen, progress.Targets[0]), links.Target(progress.Targets[0].Target));
        Address = $"{Request.Path}{Request.QueryString.Add("handler", "Png")}";
        return true;
    }

    private Card One(SeenCampaign seen, TargetProgress t)
    {
        var several = t.Each is { Asked: not 1 };
        var standing = t.Each is { Asked: 1 } one ? one.Units.Values.First() : t.Total;
        return new(
            $"{seen.Campaign.Name} · {seen.Unit.Name}",
            t.Target.Measure,
            several ? $"{t.Each!.Met}/{t.Each.Asked}" : words.Value(t, standing),
            t.Judged ? words.State(t.State) : "",
            ProgressWords.Tone(t.State),
            [words.Sentence(t), .. t.IsProvisional && t.Asked > 0 ? [words.Provisional(t.Reported, t.Asked)] : Array.Empty<string>()],
            AsOf(seen),
            several && t.Each!.Asked > 0 ? (double)t.Each.Met / t.Each.Asked : Part(t, standing)
        );
    }

    private double? Part(TargetProgress t, Standing standing) =>
        words.Full(t) is { } full && standing.Judged is { } value ? (double)value.Round(6) / full : null;

    private Card Whole(SeenCampaign seen, CampaignProgress progress)
    {
        var judged = progress.Targets.Where(t => t.Judged).ToList();
        var well = judged.Count(t => t.State is TargetState.Met or TargetState.OnTrack);
        var behind = judged.Where(t => t.State is TargetState.Behind or TargetState.Missed).ToList();
        return new(
            seen.Unit.Name,
            seen.Campaign.Name,
            $"{well}/{judged.Count}",
            text["CardWell"],
            behind.Count == 0 ? "good" : "calm",
            [
                .. ProgressRules.States.Where(s => progress.Count(s) > 0).Select(s => $"{words.State(s)}: {progress.Count(s)}"),
                .. behind.Take(MostNamed).Select(t => $"– {t.Target.Measure}: {words.State(t.State)}"),
            ],
            AsOf(seen),
            judged.Count > 0 ? (double)well / judged.Count : null
        );
    }

    private string AsOf(SeenCampaign seen) => text["CardAsOf", Show.InText(seen.AsOf)];
}
