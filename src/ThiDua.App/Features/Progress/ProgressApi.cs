using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using ThiDua.App.Cases;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>The same reader as JSON.</summary>
public static class ProgressApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public sealed record Answer(
        string Campaign,
        string Name,
        string Unit,
        string UnitName,
        DateOnly AsOf,
        string Basis,
        IReadOnlyList<Target> Targets,
        IReadOnlyList<Wish> Unfigured,
        IReadOnlyList<Wish> Elsewhere
    );

    public sealed record Wish(string Id, string Text);

    /// <param name="Judged">False where this unit only contributes to the figure of the whole.</param>
    public sealed record Target(
        string Id,
        int Order,
        string Measure,
        string Indicator,
        string Comparator,
        decimal Required,
        string? Unit,
        int? BaselineYear,
        string? EachKind,
        bool Judged,
        string State,
        bool Provisional,
        int Reported,
        int Asked,
        int? Met,
        Figures Total,
        IReadOnlyList<UnitFigures>? Units
    );

    public sealed record UnitFigures(string Id, string Name, string? State, bool Hidden, Figures? Figures);

    /// <param name="Value">Rounded to six decimals; for a target with a direction the fall or rise in per cent.</param>
    /// <param name="Reason">Code of why there is no value.</param>
    public sealed record Figures(
        decimal? Value,
        decimal? Numerator,
        decimal? Denominator,
        decimal? Current,
        decimal? Baseline,
        int UnitsAsked,
        int UnitsReported,
        string State,
        bool Final,
        bool AwaitsLast,
        bool Running,
        bool Approved,
        decimal? Forecast,
        string? ForecastMethod,
        string? Reason,
        string? ReasonIndicator
    );

    public static void MapProgress(this WebApplication app) =>
        app.MapGet("/api/v1/campaigns/{campaign}/progress", Get)
            .WithMetadata(
                new NeedsAttribute<Campaign>(Permission.ViewProgress, "campaign") { FromBelow = true },
                new NeedsAttribute<Unit>(Permission.ViewProgress, "unit") { Optional = true }
            );

    public static void AddProgress(this IServiceCollection services)
    {
        services.AddScoped<ProgressQueries>();
        services.AddScoped<ProgressReader>();
        services.AddScoped<EachTargets>();
        services.AddScoped<IFigureWatcher>(s => s.GetRequiredService<EachTargets>());
        services.AddScoped<Export.ExportTotals>();
        services.AddScoped<ProgressWords>();
        services.AddScoped<ProgressCsv>();
        services.AddScoped<LateReports>();
        services.AddScoped<LateRows>();
        services.AddSingleton<Glances.Known>();
        services.AddScoped<Glances>();
        services.AddScoped<Facts.FactQueries>();
        services.AddScoped<Baselines.RecordBaselines>();
        services.AddScoped<WishQueries>();
        services.AddScoped<Assess.AssessTarget>();
        services.AddScoped<FluentValidation.IValidator<Assess.AssessTargetInput>, Assess.AssessTargetValidator>();
        services.AddScoped<Files.IFileOwner, AssessmentFiles>();
        services.AddScoped<ICaseKind, BaselineCase>();
    }

    private static async Task<Results<JsonHttpResult<Answer>, NotFound>> Get(
        string campaign,
        string? unit,
        string? asOf,
        string? basis,
        ProgressQueries queries,
        ProgressReader reader,
        CancellationToken cancellationToken
    )
    {
        if (await queries.Find(campaign, unit, asOf, cancellationToken) is not { } seen)
            return TypedResults.NotFound();
        var ask = new ProgressAsk(
            seen.AsOf,
            basis == Progress.Basis.Approved,
            MayRead: path => path.StartsWith(seen.Unit.Path, StringComparison.Ordinal)
        );
        return TypedResults.Json(Of(await reader.Read(seen.Campaign, seen.Unit, ask, cancellationToken)), Json);
    }

    private static Answer Of(CampaignProgress p) =>
        new(
            p.Campaign.PublicId,
            p.Campaign.Name,
            p.Unit.PublicId,
            p.Unit.Name,
            p.Ask.AsOf,
            p.Ask.ApprovedOnly ? Progress.Basis.Approved : Progress.Basis.All,
            [.. p.Targets.Select(Of)],
            [.. p.Unfigured.Select(t => new Wish(t.PublicId, t.Text))],
            [.. p.Elsewhere.Select(t => new Wish(t.PublicId, t.Text))]
        );

    private static Target Of(TargetProgress t) =>
        new(
            t.Target.PublicId,
            t.Target.Order,
            t.Target.Measure,
            t.Indicator.Code,
            t.Target.Comparator!,
            t.Rule.Value,
            t.Target.Unit,
            t.Rule.BaselineYear,
            t.Target.EachKind,
            t.Judged,
            t.State.Code(),
            t.IsProvisional,
            t.Reported,
            t.Asked,
            t.Each?.Met,
            Of(t.Total),
            t.Each is null
                ? null
                :
                [
                    .. t.Units.Select(u => new UnitFigures(
                        u.Unit.PublicId,
                        u.Unit.Name,
                        u.Hidden ? null : u.Standing.State.Code(),
                        u.Hidden,
                        u.Hidden ? null : Of(u.Standing)
                    )),
                ]
        );

    private static Figures Of(Standing s) =>
        new(
            Six(s.Judged ?? s.Reading.Value),
            Six(s.Reading.Numerator?.Value),
            Six(s.Reading.Denominator?.Value),
            Six(s.Reading.Current?.Value),
            Six(s.Reading.Baseline?.Value),
            s.Reading.Asked,
            s.Reading.Reported,
            s.State.Code(),
            s.IsFinal,
            s.AwaitsLast,
            s.Reading.Running,
            s.Reading.Approved,
            Six(s.JudgedForecast),
            s.Forecast?.Method.Code(),
            s.Reason?.Code(),
            s.Reading.ReasonCode
        );

    private static decimal? Six(Rational? value) => value?.Round(6);
}
