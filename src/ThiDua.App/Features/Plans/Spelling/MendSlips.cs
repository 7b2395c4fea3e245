using System.Globalization;
using Microsoft.Extensions.Localization;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Spelling;

/// <param name="Picks">Slips as the person saw them: item, its version, place in its text: <c>12:3:40</c>.</param>
/// <param name="Keep">They are no slips: the items are right as they are.</param>
public sealed record MendSlipsInput(string Draft, IReadOnlyList<string> Picks, bool Keep);

/// <summary>Puts the chosen slips of a draft right, or says that they are none, as one change that can be taken back.</summary>
public sealed class MendSlips(DraftEditor editor, IStringLocalizer<Text> text)
{
    public Task<Outcome> Handle(MendSlipsInput input, CancellationToken cancellationToken)
    {
        if (input.Picks.Count == 0)
            return Task.FromResult(Outcome.Refused("", text["SlipsPick"]));
        var picks = input.Picks.Select(Parts).ToLookup(p => (p.Item, p.Version), p => p.Start);
        return editor.Change(
            input.Draft,
            content =>
            {
                var changed = content;
                foreach (var some in picks)
                {
                    var item = content.Item(some.Key.Item);
                    if (!DraftEditor.Seen(item, some.Key.Version, text, out var refusal))
                        return refusal;
                    changed = changed.With(input.Keep ? item! with { Spelled = true } : DraftRules.Mended(item!, some.ToHashSet()));
                }
                return new DraftChange(input.Keep ? "slips.keep" : "slips.mend", null, changed);
            },
            cancellationToken
        );
    }

    private static (int Item, int Version, int Start) Parts(string pick)
    {
        var parts = pick.Split(':')
            .Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToList();
        return parts is [var item, var version, var start] ? (item, version, start) : (-1, -1, -1);
    }
}
