using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Plans;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns.NamePart;

/// <param name="Target">Public id of the group.</param>
/// <param name="Name">What is counted: "Số vụ trộm cắp tài sản".</param>
public sealed record NameTargetPartInput(string Campaign, string Target, string? Name);

public sealed class NameTargetPartValidator : AbstractValidator<NameTargetPartInput>
{
    public const int LongestName = 200;

    public NameTargetPartValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Name)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(LongestName)
            .WithMessage(_ => text["TooLong", LongestName]);
    }
}

/// <summary>
/// Names one kind of a group that the province's text lists and the pack does not know ("04 giảm"): it becomes an indicator that is
/// counted as the group is, and a target of its own that wants it to fall.
/// </summary>
public sealed class NameTargetPart(
    AppDb db,
    Viewer viewer,
    PackShelf packs,
    TimeProvider clock,
    IValidator<NameTargetPartInput> validator,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(NameTargetPartInput input, CancellationToken cancellationToken)
    {
        if (await Find(input.Campaign, input.Target, cancellationToken) is not var (campaign, group, counted))
            return Outcome.NotFound;
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (errors.Count > 0)
            return new() { Errors = errors };
        var name = NameText.Clean(input.Name);
        if (campaign.Targets.Any(t => t.GroupId == group.Id && SearchText.Fold(t.Measure) == SearchText.Fold(name)))
            return Outcome.Refused(nameof(input.Name), text["PartThere"]);
        var code = "own." + PublicId.New();
        var own = new OwnDefinition(campaign.Pack, code, campaign.UnitId, Definition(code, name, counted, campaign));
        var wrong = packs.Check([.. await OwnIndicator.All(db, cancellationToken), own]);
        if (wrong.Count > 0)
            return new() { Errors = [.. wrong.Select(e => new FieldError(nameof(input.Name), e.Message.Here()))] };
        var outcome = await db.Apply(() => Write(campaign, group, name, own, cancellationToken), cancellationToken, o => o.Ok);
        packs.Take(await OwnIndicator.All(db, cancellationToken));
        return outcome;
    }

    /// <summary>The group, with the indicator that counts it as a whole; null where nobody names kinds, or not this viewer.</summary>
    public async Task<(Campaign Campaign, CampaignTarget Group, PackIndicator Counted)?> Find(
        string campaign,
        string target,
        CancellationToken cancellationToken
    )
    {
        var found = await db.OpenCampaigns.Include(c => c.Targets).FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        if (
            found?.Targets.FirstOrDefault(t => t.PublicId == target && t.GroupId is null) is not { Indicator: { } code } group
            || packs[found.Pack].Indicator(code) is not { NamedParts: true, Of: { } of }
        )
            return null;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        return viewer.Can(Permission.RunCampaign, path) ? (found, group, packs[found.Pack].Indicator(of)!) : null;
    }

    private async Task<Outcome> Write(
        Campaign campaign,
        CampaignTarget group,
        string name,
        OwnDefinition own,
        CancellationToken cancellationToken
    )
    {
        db.Add(
            new OwnIndicator
            {
                Code = own.Name,
                Pack = own.Pack,
                UnitId = own.Unit,
                Definition = own.Text,
                AccountId = viewer.AccountId ?? 0,
                At = clock.GetUtcNow(),
            }
        );
        db.Indicators.Add(new IndicatorKey { Code = own.Name });
        var part = new CampaignTarget
        {
            CampaignId = campaign.Id,
            GroupId = group.Id,
            Order = campaign.Targets.Max(t => t.Order) + 1,
            Section = group.Section,
            Text = group.Text,
            Measure = name,
            Indicator = own.Name,
            Direction = "decrease",
            Baseline = group.Baseline ?? campaign.Year - 1,
            FirstLine = group.FirstLine,
            LastLine = group.LastLine,
        };
        db.Targets.Add(part);
        viewer.Record("target.name-part", "target", part.PublicId, campaign.UnitId, detail: $"{{\"group\":\"{group.PublicId}\"}}");
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private static string Definition(string code, string name, PackIndicator counted, Campaign campaign) =>
        JsonSerializer.Serialize(
            new
            {
                indicators = new[]
                {
                    new
                    {
                        code,
                        name = new { vi = name, en = name },
                        group = counted.Group,
                        kind = "flow",
                        unit = new { vi = counted.Measure.Vi, en = counted.Measure.En },
                        counts = counted.Counts!.Value.ToString().ToLowerInvariant(),
                        lessIsBetter = true,
                        sensitive = counted.Sensitive,
                        reportedBy = counted.ReportedBy,
                        frequency = counted.Frequency!.Value.ToString().ToLowerInvariant(),
                        verified = false,
                        basis = campaign.PlanSymbol ?? campaign.Name,
                    },
                },
            }
        );
}
