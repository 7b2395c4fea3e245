using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers;

/// <summary>
/// <c>POST /api/v1/registers/{code}</c> and <c>PUT /api/v1/registers/rows/{id}</c>: rows from another system, by the checks of the
/// form. 200 with the row, 422 with every mistake, 409 when somebody changed it meanwhile.
/// </summary>
public static class RowsApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="Unit">Public id of the unit whose row it is; not asked for one that is there.</param>
    /// <param name="Values">By the codes of the form's fields, as a person would type them.</param>
    /// <param name="Comments">Explanations of what is unusual, by field.</param>
    /// <param name="Version">Of the row as it was read; null when it does not matter.</param>
    public sealed record Body(
        string? Unit,
        Dictionary<string, string>? Values,
        Dictionary<string, string>? Comments = null,
        int? Version = null
    );

    public sealed record Mistake(string Field, string? Code, string Message);

    public sealed record Answer(string? Row, IReadOnlyList<Mistake> Errors);

    public static void MapRows(this WebApplication app)
    {
        app.MapPost("/api/v1/registers/{code}", Post).WithMetadata(new NeedsSomewhereAttribute(Permission.FillRegister));
        app.MapPut("/api/v1/registers/rows/{id}", Put).WithMetadata(new NeedsAttribute<Case>(Permission.FillRegister, "id"));
    }

    private static Task<IResult> Post(string code, Body body, HttpRequest request, SaveRow save, CancellationToken cancellationToken) =>
        Save(new(code, body.Unit, body.Values ?? [], body.Comments ?? []), request, save, cancellationToken);

    private static async Task<IResult> Put(
        string id,
        Body body,
        HttpRequest request,
        RegisterQueries registers,
        SaveRow save,
        CancellationToken cancellationToken
    ) =>
        await registers.Row(id, cancellationToken) is { } row
            ? await Save(
                new(row.Register, null, body.Values ?? [], body.Comments ?? [], id, body.Version),
                request,
                save,
                cancellationToken
            )
            : TypedResults.NotFound();

    private static async Task<IResult> Save(SaveRowInput input, HttpRequest request, SaveRow save, CancellationToken cancellationToken)
    {
        var key = request.Headers[RequestKey.Header].ToString();
        if (key.Length > RequestKey.Longest)
            return TypedResults.BadRequest();
        var saved = await save.Handle(input with { Key = key.Length == 0 ? null : key }, cancellationToken);
        if (saved.Missing)
            return TypedResults.NotFound();
        var answer = new Answer(saved.Value?.Id, [.. saved.Errors.Select(Of)]);
        return TypedResults.Json(
            answer,
            Json,
            statusCode: saved.Ok ? StatusCodes.Status200OK
                : saved.Conflict ? StatusCodes.Status409Conflict
                : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static Mistake Of(FieldError error) =>
        new(error.Field, error.Code, error.Label is null ? error.Message : $"{error.Label}: {error.Message}");
}
