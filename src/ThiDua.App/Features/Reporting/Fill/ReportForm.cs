using Microsoft.Extensions.Localization;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Reporting.Fill;

/// <summary>The form of a report, built from the indicators that are asked, and its words.</summary>
public static class ReportForm
{
    public const string Results = "results",
        Difficulties = "difficulties",
        Proposals = "proposals",
        Provided = "provided";

    public static FormDefinition Figures(ReportSheet sheet, IStringLocalizer<Text> text) =>
        new(
            "report",
            [
                .. ReportingRules
                    .Sections(sheet.Pack, sheet.Figures)
                    .Select(s => new FormPart(s.Group.Code, s.Group.Name, null, [.. s.Figures.Select(f => Of(f, text))])),
            ]
        );

    public static FormDefinition Words(IStringLocalizer<Text> text)
    {
        LocalText Of(string key) => new(text[key], text[key]);
        FormField Field(string code, string key, int lines) =>
            new()
            {
                Code = code,
                Kind = FieldKinds.LongText,
                Label = Of(key),
                Lines = lines,
            };
        return new(
            "report-words",
            [
                new(
                    "words",
                    Of("Narrative"),
                    Of("NarrativeHelp"),
                    [Field(Results, "Results", 4), Field(Difficulties, "Difficulties", 3), Field(Proposals, "Proposals", 3)]
                ),
            ]
        );
    }

    /// <summary>Asked of whoever types for a unit that telephoned.</summary>
    public static FormDefinition Behalf(IStringLocalizer<Text> text)
    {
        LocalText Of(string key) => new(text[key], text[key]);
        return new(
            "report-behalf",
            [
                new(
                    "behalf",
                    null,
                    null,
                    [
                        new()
                        {
                            Code = Provided,
                            Kind = FieldKinds.Text,
                            Label = Of("Provided"),
                            Help = Of("ProvidedHelp"),
                            Required = true,
                            Most = ReportInputValidator.Provider,
                        },
                    ]
                ),
            ]
        );
    }

    private static FormField Of(AskedFigure figure, IStringLocalizer<Text> text) =>
        new()
        {
            Code = figure.Indicator.Code,
            Kind = figure.Indicator.Kind == PackKind.YesNo ? FieldKinds.YesNo : FieldKinds.Number,
            Label = figure.Indicator.Name,
            Help = figure.Help(text) is { Length: > 0 } help ? new(help, help) : null,
            Unit = figure.Indicator.Measure,
            Scale = figure.Indicator.Scale,
            // A figure left empty is asked about, not passed over.
            Required = true,
        };
}
