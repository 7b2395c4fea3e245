using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <param name="Parts">The text of each part on a line of its own.</param>
public sealed record SplitItemInput(string Draft, int Item, int Version, string? Parts);

/// <summary>Makes several items of one in which the reader left several together.</summary>
public sealed class SplitItem(DraftEditor editor, IStringLocalizer<Text> text)
{
    private const int MostParts = 30,
        LongestPart = 8000;

    public Task<Outcome> Handle(SplitItemInput input, CancellationToken cancellationToken)
    {
        var parts = (input.Parts ?? "").Split('\n').Select(NameText.Clean).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2)
            return Task.FromResult(Outcome.Refused("parts", text["SplitTwo"]));
        if (parts.Count > MostParts || parts.Exists(p => p.Length > LongestPart))
            return Task.FromResult(Outcome.Refused("parts", text["SplitTooMany", MostParts, LongestPart]));
        return editor.Change(
            input.Draft,
            content =>
            {
                var item = content.Item(input.Item);
                return DraftEditor.Seen(item, input.Version, text, out var refusal)
                    ? new DraftChange("item.split", item!.Text, DraftRules.Split(content, item, parts))
                    : refusal;
            },
            cancellationToken
        );
    }
}
