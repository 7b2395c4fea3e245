using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns.EditTarget;

/// <param name="Seen">What was on the screen (<see cref="ChangeTarget.Stamp"/>); null when it does not matter.</param>
public sealed record ChangeTargetInput(string Campaign, string Target, string? Seen = null)
{
    public string? Name { get; init; }
    public string? Clause { get; init; }

    /// <summary>Only of a target without a figure.</summary>
    public string? Indicator { get; init; }

    /// <summary>Only of a target that is compared with a year.</summary>
    public int? Baseline { get; init; }
}

public sealed class ChangeTargetValidator : AbstractValidator<ChangeTargetInput>
{
    public const int LongestName = 300,
        LongestClause = 8000;

    public ChangeTargetValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Name)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(LongestName)
            .WithMessage(_ => text["TooLong", LongestName]);
        RuleFor(i => i.Clause)
            .Must(c => NameText.Clean(c).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(LongestClause)
            .WithMessage(_ => text["TooLong", LongestClause]);
    }
}

/// <summary>
/// Changes how a target of a running campaign is called and what of the plan stands beside it, and tells what a target without
/// a figure is judged by. Its figure is the plan's: an amended plan changes that.
/// </summary>
public sealed class ChangeTarget(
    AppDb db,
    Viewer viewer,
    PackShelf packs,
    TimeProvider clock,
    Progress.EachTargets each,
    IValidator<ChangeTargetInput> validator,
    IStringLocalizer<Text> text
)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task<Outcome> Handle(ChangeTargetInput input, CancellationToken cancellationToken)
    {
        if (await Find(input.Campaign, input.Target, cancellationToken) is not var (campaign, target))
            return Outcome.NotFound;
        var errors = (await validator.ValidateAsync(input, cancellationToken))
            .FieldErrors()
            .Concat(Unfit(input, campaign, target))
            .ToList();
        if (errors.Count > 0)
            return new() { Errors = errors };
        if (input.Seen is { } seen && seen != Stamp(target))
            return new() { Conflict = true, Errors = [new("", text["ChangedElsewhere"])] };
        return await db.Apply(() => Write(input, campaign, target, cancellationToken), cancellationToken, o => o.Ok);
    }

    public async Task<(Campaign Campaign, CampaignTarget Target)?> Find(string campaign, string target, CancellationToken cancellationToken)
    {
        var found = await db.OpenCampaigns.Include(c => c.Targets).FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        if (found?.Targets.FirstOrDefault(t => t.PublicId == target) is not { } one)
            return null;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        return viewer.Can(Permission.RunCampaign, path) ? (found, one) : null;
    }

    /// <summary>A second window that saved first is noticed by it.</summary>
    public static string Stamp(CampaignTarget target) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{target.Measure}\n{target.Text}\n{target.Indicator}\n{target.Baseline}"))
        )[..16];

    /// <summary>Whether it is for the office to say what judges it.</summary>
    public static bool TakesIndicator(CampaignTarget target) => target.Value is null && target.GroupId is null;

    /// <summary>Whether it is a fall or a rise, which needs a year to compare with.</summary>
    public bool TakesBaseline(Campaign campaign, CampaignTarget target) =>
        target.Direction is not null || (target.Indicator is { } code && packs[campaign.Pack].Indicator(code)?.Kind == PackKind.Change);

    private IEnumerable<FieldError> Unfit(ChangeTargetInput input, Campaign campaign, CampaignTarget target)
    {
        if (TakesBaseline(campaign, target) && input.Baseline is { } year && (year < 1990 || year >= campaign.From.Year))
            yield return new(nameof(input.Baseline), text["BaselineBefore", campaign.From.Year]);
        if (TakesIndicator(target) && Blank(input.Indicator) is { } code && packs[campaign.Pack].Indicator(code) is null)
            yield return new(nameof(input.Indicator), text["ChooseFromList"]);
    }

    private async Task<Outcome> Write(
        ChangeTargetInput input,
        Campaign campaign,
        CampaignTarget target,
        CancellationToken cancellationToken
    )
    {
        var before = new
        {
            target.Measure,
            target.Indicator,
            target.Baseline,
        };
        target.Measure = NameText.Clean(input.Name);
        target.Text = NameText.Clean(input.Clause);
        if (TakesIndicator(target))
            target.Indicator = Blank(input.Indicator);
        if (TakesBaseline(campaign, target))
            target.Baseline = input.Baseline;
        viewer.Record(
            "target.change",
            "target",
            target.PublicId,
            campaign.UnitId,
            detail: JsonSerializer.Serialize(new { before }, Readable)
        );
        await db.SaveChangesAsync(cancellationToken);
        if (target is { EachKind: not null, Indicator: not null } && target.Indicator != before.Indicator)
            await each.Begin(campaign, cancellationToken);
        return Outcome.Done;
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
