using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Features.Plans.Edit;

public sealed record SaveTargetInput : ItemInput
{
    public string? Measure { get; init; }
    public string? Comparator { get; init; }

    /// <summary>As typed: "12,5".</summary>
    public string? Value { get; init; }
    public string? Upper { get; init; }
    public string? Unit { get; init; }
    public string? Direction { get; init; }
    public int? Baseline { get; init; }
    public bool Exact { get; init; }
    public string? Indicator { get; init; }
    public string? EachKind { get; init; }
    public string? Responsible { get; init; }
}

public sealed class SaveTargetValidator : ItemValidator<SaveTargetInput>
{
    public const int LongestText = 8_000;

    public static readonly string[] Comparators = [">=", ">", "=", "<", "<="];

    public SaveTargetValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared, PackShelf packs)
        : base(text, shared, LongestText)
    {
        RuleFor(i => i.Measure).MaximumLength(4000).WithMessage(_ => text["TooLong", 4000]);
        RuleFor(i => i.Responsible).Must(DraftRules.AreNames).WithMessage(_ => text["UnitNamesTooMany"]);
        RuleFor(i => i.Unit).MaximumLength(100).WithMessage(_ => text["TooLong", 100]);
        RuleFor(i => i.Value).Must(BlankOrNumber).WithMessage(_ => text["NumberBad"]);
        RuleFor(i => i.Upper)
            .Must(BlankOrNumber)
            .WithMessage(_ => text["NumberBad"])
            .Must((i, upper) => SaveTarget.Number(upper) is not { } end || SaveTarget.Number(i.Value) is { } start && end > start)
            .WithMessage(_ => text["UpperBad"]);
        RuleFor(i => i.Comparator)
            .Must((i, c) => string.IsNullOrWhiteSpace(i.Value) || Comparators.Contains(c))
            .WithMessage(_ => text["ComparatorNeeded"]);
        RuleFor(i => i.Direction).Must(d => d is null or "" or "decrease" or "increase").WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.Baseline)
            .InclusiveBetween(1990, 2100)
            .WithMessage(_ => text["YearBad"])
            .Must((i, year) => year is not null || string.IsNullOrEmpty(i.Direction) || string.IsNullOrWhiteSpace(i.Value))
            .WithMessage(_ => text["BaselineNeeded"]);
        RuleFor(i => i.Indicator)
            .Must(code => string.IsNullOrEmpty(code) || packs.All.Any(p => p.Indicator(code) is not null))
            .WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.EachKind)
            .Must(code => string.IsNullOrEmpty(code) || packs.UnitKinds.Any(k => k.Code == code))
            .WithMessage(_ => text["ChooseFromList"]);
    }

    private static bool BlankOrNumber(string? typed) => string.IsNullOrWhiteSpace(typed) || SaveTarget.Number(typed) is not null;
}

/// <summary>Corrects a target, or adds one that the reader did not see.</summary>
public sealed class SaveTarget(DraftEditor editor, DraftNames names, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(SaveTargetInput input, CancellationToken cancellationToken)
    {
        var named = await names.For(input.Draft, cancellationToken);
        return await editor.Change(
            input.Draft,
            content =>
            {
                var known = content.Targets.FirstOrDefault(t => t.Id == input.Item);
                var old =
                    input.Item == 0
                        ? new DraftTarget
                        {
                            Id = content.NextId,
                            Text = "",
                            Measure = "",
                            FirstLine = input.Line ?? 0,
                            LastLine = input.Line ?? 0,
                        }
                        : known;
                if (!DraftEditor.Seen(old, input.Version, text, out var refusal))
                    return refusal;
                var target = Typed(old!, input);
                var next = input.Item == 0 ? content with { NextId = content.NextId + 1 } : content;
                return new DraftChange(input.Item == 0 ? "target.add" : "target.edit", target.Text, named(next.With(target)));
            },
            cancellationToken
        );
    }

    private static DraftTarget Typed(DraftTarget old, SaveTargetInput input)
    {
        var value = Number(input.Value);
        return old with
        {
            Text = NameText.Clean(input.Text),
            Measure = NameText.Clean(input.Measure) is { Length: > 0 } measure ? measure : NameText.Clean(input.Text),
            Section = SaveTask.SectionOf(input),
            DueDate = input.DueDate,
            Every = Blank(input.Every),
            Value = value,
            Upper = value is null ? null : Number(input.Upper),
            Comparator = value is null ? null : input.Comparator,
            Exact = input.Exact && value is not null && (input.Comparator == "=" || Number(input.Upper) is not null),
            Unit = Blank(input.Unit),
            Direction = Blank(input.Direction),
            Baseline = input.Baseline,
            Indicator = Blank(input.Indicator),
            IndicatorToCheck = false,
            EachKind = Blank(input.EachKind),
            Responsible = DraftRules.Names(input.Responsible),
            Confirmed = true,
        };
    }

    /// <summary>A number as Vietnam writes it ("1.234,5"); null when it is none.</summary>
    internal static decimal? Number(string? typed) =>
        VietnameseNumber.TryParse(typed, 4, allowNegative: false, out var scaled, out _) ? scaled / 10_000m : null;

    private static string? Blank(string? typed) => NameText.Clean(typed) is { Length: > 0 } text ? text : null;
}
