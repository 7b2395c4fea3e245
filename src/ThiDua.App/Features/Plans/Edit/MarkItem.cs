using Microsoft.Extensions.Localization;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

public enum ItemMark
{
    Confirm,
    Drop,
    Restore,
}

/// <param name="Version">Of the item as the person saw it.</param>
public sealed record MarkItemInput(string Draft, int Item, int Version, ItemMark Mark);

/// <summary>Says of a target or task that it was read right, or leaves it out of the campaign, or takes it in again.</summary>
public sealed class MarkItem(DraftEditor editor, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(MarkItemInput input, CancellationToken cancellationToken) =>
        editor.Change(
            input.Draft,
            content =>
            {
                var item = content.Item(input.Item);
                if (!DraftEditor.Seen(item, input.Version, text, out var refusal))
                    return refusal;
                var marked = input.Mark switch
                {
                    ItemMark.Confirm => item! with { Confirmed = true },
                    ItemMark.Drop => item! with { Dropped = true },
                    _ => item! with { Dropped = false },
                };
                return new DraftChange($"item.{input.Mark.ToString().ToLowerInvariant()}", item!.Text, content.With(marked));
            },
            cancellationToken
        );
}
