using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks.Browse;

/// <summary>All tasks that the reader may see, each doing of each on a line of its own; what is due first stands first.</summary>
public sealed class TaskList(TaskLines lines, UnitFilters units, PackShelf packs, TimeProvider clock, IStringLocalizer<Text> text)
    : IListSource
{
    public const string CampaignFilter = "campaign",
        ShowFilter = "show",
        Late = "late",
        Silent = "silent",
        NoLead = "no-lead",
        Open = "open";

    public async Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken)
    {
        var campaigns = await Campaigns(cancellationToken);
        return new ListDefinition<TaskLine>
        {
            Code = "tasks",
            Title = text["ListTitle"],
            Empty = text["NoTasks"],
            Rows = lines.Seen(Permission.ViewProgress),
            Key = ListKey.Of((TaskLine l) => l.Key),
            Order = ByDue,
            Columns = Columns(campaigns.Count > 1, view.Of(ShowFilter) == NoLead),
            SearchLabel = text["Find"],
            Search = (rows, word) => rows.Where(l => l.Search.Contains(word) || l.UnitSearch.Contains(word)),
            Filters = await Filters(view, campaigns, cancellationToken),
            Id = l => l.Pick,
            // What nobody does stands in the plan alone.
            Href = l =>
                l.CaseId is { } id ? $"/tasks/{id}"
                : l.FirstLine > 0 ? $"/plans/{l.Plan}/source#L{l.FirstLine}"
                : $"/campaigns/{l.CampaignPublicId}",
            Fill = lines.Fill,
        };
    }

    /// <summary>The lines that the address asks for.</summary>
    public async Task<IReadOnlyList<string>> Picks(ListView view, int most, CancellationToken cancellationToken)
    {
        var list = (await List(view, cancellationToken))!;
        var picks = new List<string>();
        await foreach (var row in list.All(view, most, cancellationToken))
            picks.Add(row.Id);
        return picks;
    }

    /// <summary>How many there are of what asks to be looked at.</summary>
    public async Task<IReadOnlyList<(string Show, string Label, int Count)>> Counts(CancellationToken cancellationToken)
    {
        var counts = new List<(string, string, int)>();
        foreach (var option in Shows)
            counts.Add(
                (
                    option.Value,
                    option.Label,
                    await Narrow(lines.Seen(Permission.ViewProgress), option.Value)
                        .Select(l => l.Key)
                        .Take(ListReader.MostCounted)
                        .CountAsync(cancellationToken)
                )
            );
        return counts;
    }

    private IReadOnlyList<ListOption> Shows =>
        [new(Open, text["ShowOpen"]), new(Late, text["ShowLate"]), new(Silent, text["ShowSilent"]), new(NoLead, text["ShowNoLead"])];

    private async Task<IReadOnlyList<ListFilter<TaskLine>>> Filters(
        ListView view,
        IReadOnlyList<ListOption> campaigns,
        CancellationToken cancellationToken
    )
    {
        List<ListFilter<TaskLine>> filters =
        [
            new ChoiceFilter<TaskLine>(ShowFilter, text["Show"], Shows, Narrow),
            await units.Of<TaskLine>(view, Permission.ViewProgress, text["Unit"], l => l.Path, cancellationToken),
            new ChoiceFilter<TaskLine>(
                "state",
                text["State"],
                [.. States().Select(s => new ListOption(s.Code, s.Label.Here()))],
                (rows, state) => rows.Where(l => l.State == state)
            ),
        ];
        if (campaigns.Count > 1)
            filters.Add(
                new ChoiceFilter<TaskLine>(
                    CampaignFilter,
                    text["Campaign"],
                    campaigns,
                    (rows, id) => rows.Where(l => l.CampaignPublicId == id)
                )
            );
        return filters;
    }

    private IEnumerable<FlowState> States() =>
        packs.All.Select(p => p.Flow(TaskCase.Kind)).OfType<FlowDefinition>().SelectMany(f => f.States).DistinctBy(s => s.Code);

    private IQueryable<TaskLine> Narrow(IQueryable<TaskLine> rows, string show)
    {
        var open = lines.Open;
        return show switch
        {
            Late => lines.Late(rows),
            Silent => lines.Silent(rows),
            NoLead => rows.Where(l => l.ItemId == 0 && !l.HasLead),
            _ => rows.Where(l => open.Contains(l.State!)),
        };
    }

    private async Task<IReadOnlyList<ListOption>> Campaigns(CancellationToken cancellationToken) =>
        [
            .. (
                await lines
                    .Seen(Permission.ViewProgress)
                    .Select(l => new { l.CampaignPublicId, l.Campaign })
                    .Distinct()
                    .ToListAsync(cancellationToken)
            ).Select(c => new ListOption(c.CampaignPublicId, c.Campaign)),
        ];

    /// <summary>What has no day, because it is over or nobody does it, comes last, in the order of the plan.</summary>
    private static IOrderedQueryable<TaskLine> ByDue(IQueryable<TaskLine> rows, bool descending) =>
        (descending ? rows.OrderBy(l => l.Due == null).ThenByDescending(l => l.Due) : rows.OrderBy(l => l.Due == null).ThenBy(l => l.Due))
            .ThenBy(l => l.Order)
            .ThenBy(l => l.UnitKey);

    private IReadOnlyList<ListColumn<TaskLine>> Columns(bool many, bool bare) =>
        [
            new("task", text["Title"], Name) { IsName = true, Order = ListOrder.By((TaskLine l) => l.Search) },
            new("unit", text["Lead"], Lead) { Order = ListOrder.By((TaskLine l) => l.UnitKey) },
            new("with", text["Supporting"], l => ListCell.Of(l.Supporting)) { HiddenAtFirst = true },
            new("state", text["State"], State) { Order = ListOrder.By((TaskLine l) => l.State), HiddenAtFirst = bare },
            new("due", text["Due"], l => TaskDay.Of(l, lines.Open, clock.Today(), text)) { Order = ByDue },
            new("from", text["SpanFrom"], l => ListCell.Of(l.From)) { HiddenAtFirst = true },
            new("heard", text["Heard"], Heard) { HiddenAtFirst = bare },
            new("files", text["Evidence"], l => ListCell.Of(l.ItemId == 0 ? null : l.Files)) { HiddenAtFirst = true },
            new("reason", text["Reason"], l => ListCell.Of(l.Reason)) { HiddenAtFirst = true },
            new("campaign", text["Campaign"], l => ListCell.Of(l.Campaign)) { HiddenAtFirst = !many },
        ];

    private ListCell Name(TaskLine line)
    {
        List<ListCell> notes = [];
        if (line.Parent is { } parent)
            notes.Add(ListCell.Of(text["PartOf", TaskRules.Short(parent)]));
        if (line is { Every: not null, From: { } from, To: { } to })
            notes.Add(ListCell.Of(text["Span", Show.Date(from), Show.Date(to)]));
        return ListCell.Of(TaskRules.Short(line.Text)) with { Notes = notes };
    }

    private ListCell Lead(TaskLine line) =>
        line.ItemId != 0 ? ListCell.Of(line.Unit)
        : line.HasLead ? ListCell.State("not-yet", text["NotYet"], "calm", "waiting")
        : ListCell.State("no-lead", text["NobodyLeads"], "soon", "unsure");

    private ListCell State(TaskLine line) =>
        line.State is { } state ? packs[line.Pack].Flow(TaskCase.Kind)!.State(state)!.Cell(line.Reason) : ListCell.Of((string?)null);

    private ListCell Heard(TaskLine line) =>
        line is { IsSilent: true, Heard: { } at }
            ? ListCell.Of(at) with
            {
                Tone = "soon",
                Icon = "silent",
                Says = text["SilentSince", Show.Date(DateOnly.FromDateTime(at.Local().DateTime))],
            }
            : ListCell.Of(line.Heard);
}
