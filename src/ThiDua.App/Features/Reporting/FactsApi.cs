using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// <c>POST /api/v1/facts</c>: figures from another system. 200 when all were taken, 422 with every mistake when none was.
/// </summary>
public static class FactsApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public sealed record Body(IReadOnlyList<FigureInput>? Facts);

    public static void MapFacts(this WebApplication app)
    {
        app.MapPost("/api/v1/facts", Post).WithMetadata(new NeedsSomewhereAttribute(Permission.FillReport));
        app.MapGet("/reports/{id}", Form).WithMetadata(new NeedsAttribute<Report>(Permission.FillReport, "id"));
    }

    /// <summary>A report by its case alone, as reminders name it, leads to its form.</summary>
    private static async Task<IResult> Form(string id, AppDb db, CancellationToken cancellationToken)
    {
        var found = await db
            .Reports.Where(r => r.Case.PublicId == id)
            .Join(
                db.Units,
                r => r.UnitId,
                u => u.Id,
                (r, u) =>
                    new
                    {
                        Unit = u.PublicId,
                        Campaign = r.Campaign!.PublicId,
                        r.PeriodId,
                    }
            )
            .SingleAsync(cancellationToken);
        return TypedResults.LocalRedirect($"/reports/{found.Unit}/{found.Campaign}/{ThiDua.Measures.Period.FromId(found.PeriodId)}");
    }

    private static async Task<IResult> Post(Body body, HttpRequest request, RecordFigures record, CancellationToken cancellationToken)
    {
        var key = request.Headers[RequestKey.Header].ToString();
        if (key.Length > RequestKey.Longest)
            return TypedResults.BadRequest();
        var answer = await record.Handle(new(body.Facts ?? [], key.Length == 0 ? null : key), cancellationToken);
        return TypedResults.Json(
            answer,
            Json,
            statusCode: answer.Applied ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}
