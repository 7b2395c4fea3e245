using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Estimates.Give;

/// <summary>A unit's estimates to the year's end, each beside what was done so far.</summary>
[Needs<Unit>(Permission.FillReport, "unit")]
[Needs<Campaign>(Permission.ViewProgress, "campaign", FromBelow = true)]
public sealed class GiveModel(EstimateSheets sheets, GiveEstimates give, IStringLocalizer<Text> text) : PageModel
{
    public EstimateSheet Sheet { get; private set; } = null!;
    public FormView View { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Done { get; private set; }

    public async Task<IActionResult> OnGet(string unit, string campaign, bool done, CancellationToken cancellationToken)
    {
        Done = done;
        return await Load(unit, campaign, null, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string unit, string campaign, CancellationToken cancellationToken)
    {
        if (!await Load(unit, campaign, null, cancellationToken))
            return NotFound();
        var typed = FormPosts.Read(View.Form, Request.Form).Typed;
        var outcome = await give.Handle(new(unit, campaign, typed), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect($"{Request.Path}?done=true");
        Errors = outcome.Errors;
        await Load(unit, campaign, typed, cancellationToken);
        return Page();
    }

    private async Task<bool> Load(
        string unit,
        string campaign,
        IReadOnlyDictionary<string, string>? typed,
        CancellationToken cancellationToken
    )
    {
        if (await sheets.Find(unit, campaign, cancellationToken) is not { } sheet)
            return false;
        Sheet = sheet;
        typed ??= sheet
            .Lines.Where(l => l.Given is not null)
            .ToDictionary(l => l.Indicator.Code, l => VietnameseNumber.FormatScaled(l.Given!.Value!.Value, l.Indicator.Scale));
        View = new(GiveEstimates.Form(sheet, text), typed, FormNames.None)
        {
            Errors = Errors,
            Beside = sheet.Lines.ToDictionary(l => l.Indicator.Code, Beside),
        };
        return true;
    }

    private string Beside(EstimateLine line)
    {
        var done = line.Done is { } value
            ? text["DoneSoFar", Show.Date(Sheet.Seen.AsOf), VietnameseNumber.Format(value), line.Indicator.Measure.Here()].Value
            : text["NothingDone"].Value;
        return line.Given is { } given ? $"{done} · {text["GivenAt", Show.Time(given.At)]}" : done;
    }
}
