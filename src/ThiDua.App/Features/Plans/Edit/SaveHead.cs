using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

public sealed record SaveHeadInput
{
    public string Draft { get; init; } = "";
    public int Version { get; init; }
    public string? Name { get; init; }
    public string? Symbol { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

public sealed class SaveHeadValidator : AbstractValidator<SaveHeadInput>
{
    public SaveHeadValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Name).NotEmpty().WithMessage(_ => shared["Required"]).MaximumLength(400).WithMessage(_ => text["TooLong", 400]);
        RuleFor(i => i.Symbol).MaximumLength(100).WithMessage(_ => text["TooLong", 100]);
        RuleFor(i => i.From).NotNull().WithMessage(_ => text["DateNeeded"]);
        RuleFor(i => i.To)
            .NotNull()
            .WithMessage(_ => text["DateNeeded"])
            .Must((i, to) => to is null || i.From is null || to >= i.From)
            .WithMessage(_ => text["EndsBeforeStart"])
            .Must((i, to) => to is null || i.From is null || to.Value.DayNumber - i.From.Value.DayNumber < 366 * 10)
            .WithMessage(_ => text["TooLongSpan"]);
    }
}

/// <summary>Names the campaign and says when it runs.</summary>
public sealed class SaveHead(DraftEditor editor, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(SaveHeadInput input, CancellationToken cancellationToken) =>
        editor.Change(
            input.Draft,
            content =>
            {
                if (!DraftEditor.Seen(content.Head, input.Version, text, out var refusal))
                    return refusal;
                var symbol = NameText.Clean(input.Symbol);
                var head = content.Head with
                {
                    Name = NameText.Clean(input.Name),
                    Symbol = symbol.Length == 0 ? null : symbol,
                    From = input.From,
                    To = input.To,
                    // The figures of the year in which the campaign ends: a plan signed in December speaks of the next.
                    Year = input.To?.Year ?? content.Head.Year,
                    ToCheck = false,
                };
                return new DraftChange("head", head.Name, content with { Head = head });
            },
            cancellationToken
        );
}
