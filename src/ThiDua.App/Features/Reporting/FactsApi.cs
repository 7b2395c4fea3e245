using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
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

    public static void MapFacts(this WebApplication app) =>
        app.MapPost("/api/v1/facts", Post).WithMetadata(new NeedsSomewhereAttribute(Permission.FillReport));

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
