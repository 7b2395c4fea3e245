using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

public sealed record SaveTaskInput : ItemInput
{
    /// <summary>Names of units, one a line.</summary>
    public string? Lead { get; init; }
    public string? With { get; init; }
}

public sealed class SaveTaskValidator : ItemValidator<SaveTaskInput>
{
    public const int LongestText = 16_000;

    public SaveTaskValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
        : base(text, shared, LongestText)
    {
        RuleFor(i => i.Lead).Must(DraftRules.AreNames).WithMessage(_ => text["UnitNamesTooMany"]);
        RuleFor(i => i.With).Must(DraftRules.AreNames).WithMessage(_ => text["UnitNamesTooMany"]);
    }
}

/// <summary>Corrects a task, or adds one that the reader did not see.</summary>
public sealed class SaveTask(DraftEditor editor, DraftNames names, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(SaveTaskInput input, CancellationToken cancellationToken)
    {
        var named = await names.For(input.Draft, cancellationToken);
        return await editor.Change(
            input.Draft,
            content =>
            {
                var known = content.Tasks.FirstOrDefault(t => t.Id == input.Item);
                var old =
                    input.Item == 0
                        ? new DraftTask
                        {
                            Id = content.NextId,
                            Text = "",
                            FirstLine = input.Line ?? 0,
                            LastLine = input.Line ?? 0,
                        }
                        : known;
                if (!DraftEditor.Seen(old, input.Version, text, out var refusal))
                    return refusal;
                var lead = DraftRules.Names(input.Lead);
                var task = old! with
                {
                    Text = NameText.Clean(input.Text),
                    Section = SectionOf(input),
                    DueDate = input.DueDate,
                    Every = string.IsNullOrEmpty(input.Every) ? null : input.Every,
                    Lead = lead,
                    With = [.. DraftRules.Names(input.With).Where(w => !lead.Any(l => DraftUnit.KeyOf(l) == DraftUnit.KeyOf(w)))],
                    Confirmed = true,
                };
                var next = input.Item == 0 ? content with { NextId = content.NextId + 1 } : content;
                return new DraftChange(input.Item == 0 ? "task.add" : "task.edit", task.Text, named(next.With(task)));
            },
            cancellationToken
        );
    }

    internal static string? SectionOf(ItemInput input) => NameText.Clean(input.Section) is { Length: > 0 } section ? section : null;
}
