using FluentValidation;
using Microsoft.Extensions.Localization;

namespace ThiDua.App.Features.Reporting;

/// <summary>A report as typed: for saving a draft and for sending it.</summary>
public sealed record ReportInput
{
    /// <summary>Public id of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Public id of the campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary><c>202404</c>, <c>2024Q2</c>, <c>2024</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The report's version that was on the screen; 0 for one never saved, null to write over whatever is there.</summary>
    public int? Version { get; init; }

    /// <summary>What the window was shown (<see cref="Forms.FormMerge"/>): of it only what it changed is written. Null: all of it.</summary>
    public string? Was { get; init; }

    /// <summary>Text as typed, by indicator: <c>1.234,5</c>; yes/no as 1 or 0.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Why a figure is missing or unlike the ones before, by indicator.</summary>
    public IReadOnlyDictionary<string, string> Comments { get; init; } = new Dictionary<string, string>();
    public string? Results { get; init; }
    public string? Difficulties { get; init; }
    public string? Proposals { get; init; }

    /// <summary>Who gave the figures, where they are entered for a unit that telephoned.</summary>
    public string? ProvidedBy { get; init; }
}

public sealed class ReportInputValidator : AbstractValidator<ReportInput>
{
    public const int Narrative = 20_000,
        Typed = 100,
        Comment = 1000,
        Provider = 200;

    public ReportInputValidator(IStringLocalizer<Text> text)
    {
        RuleFor(i => i.Results).MaximumLength(Narrative).WithMessage(_ => text["TooLong", Narrative]).OverridePropertyName("results");
        RuleFor(i => i.Difficulties)
            .MaximumLength(Narrative)
            .WithMessage(_ => text["TooLong", Narrative])
            .OverridePropertyName("difficulties");
        RuleFor(i => i.Proposals).MaximumLength(Narrative).WithMessage(_ => text["TooLong", Narrative]).OverridePropertyName("proposals");
        RuleFor(i => i.ProvidedBy).MaximumLength(Provider).WithMessage(_ => text["TooLong", Provider]).OverridePropertyName("provided");
        RuleFor(i => i.Values).Must(v => v.All(x => x.Value.Length <= Typed)).WithMessage(_ => text["TooLong", Typed]);
        RuleFor(i => i.Comments).Must(v => v.All(x => x.Value.Length <= Comment)).WithMessage(_ => text["TooLong", Comment]);
    }
}
