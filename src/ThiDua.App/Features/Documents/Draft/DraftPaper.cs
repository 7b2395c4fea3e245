using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.Paper;

namespace ThiDua.App.Features.Documents.Draft;

/// <param name="Template">A file of the pack's <c>reports/</c>, without its ending.</param>
/// <param name="AsOf">The day whose end the figures are looked at.</param>
/// <param name="ApprovedOnly">Issued papers use approved figures unless the signer chooses otherwise.</param>
public sealed record DraftPaperInput(string Campaign, string Template, DateOnly AsOf, bool ApprovedOnly);

/// <summary>Draws up an interim or final report with the figures of one day, and keeps it as it was made.</summary>
public sealed class DraftPaper(
    AppDb db,
    Viewer viewer,
    BeginCase begin,
    TimeProvider clock,
    PackShelf packs,
    FileStore files,
    ReportContent content,
    PaperMoment moment,
    IStringLocalizer<Text> text
)
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<Outcome<OfficialPaper>> Handle(DraftPaperInput input, CancellationToken cancellationToken)
    {
        var campaign = await db
            .OpenCampaigns.Include(c => c.Targets)
            .FirstOrDefaultAsync(c => c.PublicId == input.Campaign, cancellationToken);
        if (campaign is null || await PathOf(campaign, cancellationToken) is not { } path || !viewer.Can(Permission.IssuePaper, path))
            return Outcome<OfficialPaper>.NotFound;
        if (input.AsOf < campaign.From || input.AsOf > clock.Today())
            return Outcome<OfficialPaper>.Refused(
                nameof(input.AsOf),
                text["AsOfOutside", Shared.Show.Date(campaign.From), Shared.Show.Date(clock.Today())]
            );
        var file = packs.FileOf(packs[campaign.Pack], "reports", input.Template + ".md");
        if (!PaperQueries.Templates.Contains(input.Template) || !File.Exists(file))
            return Outcome<OfficialPaper>.Refused(nameof(input.Template), text["TemplateMissing"]);

        var (values, number) = await moment.Read(
            () => content.Of(campaign, input.AsOf, input.ApprovedOnly, cancellationToken),
            cancellationToken
        );
        var markdown = PaperTemplate.Parse(await File.ReadAllTextAsync(file, cancellationToken)).Render(values);
        var read = MarkdownDocument.Read(markdown);
        if (read.Document is not { } document)
            return Outcome<OfficialPaper>.Refused(
                nameof(input.Template),
                text["TemplateWrong", $"{input.Template}.md", read.Errors[0].Line, read.Errors[0].Message]
            );
        return await Keep(campaign, input, document, markdown, number, cancellationToken);
    }

    private async Task<OfficialPaper> Keep(
        Campaign campaign,
        DraftPaperInput input,
        OfficialDocument document,
        string markdown,
        long number,
        CancellationToken cancellationToken
    )
    {
        var word = new MemoryStream(DocxWriter.Write(document), writable: false);
        var paper = new OfficialPaper
        {
            Case = begin.Handle(
                new(
                    PaperCase.Kind,
                    packs[campaign.Pack],
                    document.Title,
                    campaign.UnitId,
                    CaseDue.Never,
                    Act: "draft",
                    Detail: $"{{\"template\":\"{input.Template}\",\"asOf\":\"{input.AsOf:yyyy-MM-dd}\",\"approvedOnly\":{(input.ApprovedOnly ? "true" : "false")}}}"
                )
            ),
            CampaignId = campaign.Id,
            Template = input.Template,
            AsOf = input.AsOf,
            ApprovedOnly = input.ApprovedOnly,
            ActNumber = number,
            At = clock.GetUtcNow(),
            AccountId = viewer.AccountId ?? 0,
            Markdown = markdown,
            File = await files.Keep(word, PaperQueries.FileName(input.Template, campaign.Year, input.AsOf), cancellationToken),
        };
        db.Papers.Add(paper);
        await db.SaveChangesAsync(cancellationToken);
        return paper;
    }

    private Task<string?> PathOf(Campaign campaign, CancellationToken cancellationToken) =>
        PaperQueries.PathOf(db, campaign, clock.Today(), cancellationToken);
}
