using Microsoft.Extensions.Localization;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <param name="Item">The item that stays.</param>
/// <param name="Other">The one that becomes part of it.</param>
public sealed record MergeItemsInput(string Draft, int Item, int Version, int Other);

/// <summary>Makes one item of two that the reader parted.</summary>
public sealed class MergeItems(DraftEditor editor, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(MergeItemsInput input, CancellationToken cancellationToken) =>
        editor.Change(
            input.Draft,
            content =>
            {
                var (item, other) = (content.Item(input.Item), content.Item(input.Other));
                if (!DraftEditor.Seen(item, input.Version, text, out var refusal))
                    return refusal;
                if (other is null || other.Id == item!.Id || other.GetType() != item.GetType())
                    return Outcome.Refused("Other", text["MergeChoose"]);
                return new DraftChange(
                    "item.merge",
                    item.Text,
                    content.With(DraftRules.Merged(item, other)).With(other with { Dropped = true })
                );
            },
            cancellationToken
        );
}
