using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>The form of a period as a workbook, for a unit and all below it.</summary>
public static class FormEndpoint
{
    public static string Href(string unit, string campaign, string period) => $"/reports/{unit}/{campaign}/{period}/xlsx";

    public static void MapFigureForm(this WebApplication app) =>
        app.MapGet("/reports/{unit}/{campaign}/{period}/xlsx", Get).WithMetadata(new NeedsAttribute<Unit>(Permission.FillReport, "unit"));

    private static async Task<IResult> Get(
        string unit,
        string campaign,
        string period,
        FigureForm form,
        FigureWorkbook workbook,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await form.Lines(unit, campaign, period, cancellationToken) is not { Count: > 0 } lines)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(workbook.Write(lines), FigureWorkbook.Type, $"so-lieu-{lines[0].Unit.Code}-{period}.xlsx");
    }
}
