using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <summary>What targets and tasks have in common, as typed.</summary>
public abstract record ItemInput
{
    public string Draft { get; init; } = "";

    /// <summary>0 for a new one.</summary>
    public int Item { get; init; }
    public int Version { get; init; }
    public string? Text { get; init; }
    public string? Section { get; init; }
    public DateOnly? DueDate { get; init; }
    public string? Every { get; init; }

    /// <summary>Line of the plan where a new item stands; blank for one that the plan does not write.</summary>
    public int? Line { get; init; }
}

public abstract class ItemValidator<T> : AbstractValidator<T>
    where T : ItemInput
{
    public static readonly string[] Recurrences = ["week", "month", "quarter", "half", "year"];

    protected ItemValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared, int longest)
    {
        RuleFor(i => i.Text)
            .NotEmpty()
            .WithMessage(_ => shared["Required"])
            .MaximumLength(longest)
            .WithMessage(_ => text["TooLong", longest]);
        RuleFor(i => i.Section).MaximumLength(40).WithMessage(_ => text["TooLong", 40]);
        RuleFor(i => i.Every).Must(e => string.IsNullOrEmpty(e) || Recurrences.Contains(e)).WithMessage(_ => text["ChooseFromList"]);
        RuleFor(i => i.Line).GreaterThan(0).WithMessage(_ => text["LineBad"]);
    }
}
