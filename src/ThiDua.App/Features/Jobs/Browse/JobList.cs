using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Jobs.Browse;

public sealed record JobRow
{
    public required Job Job { get; init; }
    public string? Unit { get; init; }

    /// <summary>Null for the system itself.</summary>
    public string? Who { get; init; }
}

/// <summary>What the system does beside the pages, in the reader's part of the tree; what failed comes first.</summary>
public sealed class JobList(AppDb db, JobDesk desk, TimeProvider clock, IStringLocalizer<Text> text) : IListSource
{
    private static readonly IReadOnlyList<JobState> States = Enum.GetValues<JobState>();

    public Task<ListDefinition?> List(ListView view, CancellationToken cancellationToken) =>
        Task.FromResult<ListDefinition?>(
            new ListDefinition<JobRow>
            {
                Code = "jobs",
                Title = text["Title"],
                Empty = text["Empty"],
                Rows = Rows(),
                Key = ListKey.Of((JobRow r) => r.Job.Id),
                Order = ByNeed,
                NewestFirst = true,
                Columns = Columns(),
                Filters =
                [
                    new ChoiceFilter<JobRow>(
                        "state",
                        text["State"],
                        [.. States.Select(s => new ListOption(s.ToString(), text[$"State{s}"]))],
                        (rows, state) => Enum.Parse<JobState>(state) is var asked ? rows.Where(r => r.Job.State == asked) : rows
                    ),
                ],
                Id = r => r.Job.PublicId,
                Acts = Acts,
            }
        );

    private IQueryable<JobRow> Rows()
    {
        var today = clock.Today();
        return from j in desk.Seen(Permission.ViewJobs)
            join a in db.Accounts on j.AccountId equals a.Id into people
            from who in people.DefaultIfEmpty()
            join v in db.UnitVersions.ValidOn(today) on j.UnitId equals v.UnitId into units
            from unit in units.DefaultIfEmpty()
            select new JobRow
            {
                Job = j,
                Unit = unit.Name,
                Who = who.FullName,
            };
    }

    private static IOrderedQueryable<JobRow> ByNeed(IQueryable<JobRow> rows, bool descending) =>
        rows.OrderBy(r =>
            r.Job.State == JobState.Failed ? 0
            : r.Job.State == JobState.Running ? 1
            : r.Job.State == JobState.Waiting ? 2
            : 3
        );

    private IReadOnlyList<ListColumn<JobRow>> Columns() =>
        [
            new("kind", text["Kind"], r => ListCell.Of(Kind(r.Job)) with { Notes = [ListCell.Of(r.Job.PublicId)] }) { IsName = true },
            new("id", text["Id"], r => ListCell.Of(r.Job.PublicId)) { HiddenAtFirst = true },
            new("state", text["State"], r => State(r.Job)),
            new("cause", text["Cause"], r => ListCell.Of((r.Who ?? text["System"].Value) + (r.Unit is null ? "" : $" · {r.Unit}"))),
            new("created", text["Created"], r => ListCell.Of(r.Job.CreatedAt)) { Order = ListOrder.By((JobRow r) => r.Job.CreatedAt) },
            new("ended", text["Ended"], r => ListCell.Of(r.Job.EndedAt))
            {
                Order = ListOrder.By((JobRow r) => r.Job.EndedAt),
                HiddenAtFirst = true,
            },
            new("error", text["Error"], r => ListCell.Of(Why(r.Job))),
        ];

    private ListCell State(Job job)
    {
        var (tone, icon) = job.State switch
        {
            JobState.Failed => ("bad", "missed"),
            JobState.Done => ("good", "met"),
            JobState.Dropped => ("calm", "silent"),
            _ => ("calm", "waiting"),
        };
        List<ListCell> notes = [];
        if (job.State == JobState.Running && job.Steps is > 0)
            notes.Add(ListCell.Of(text["Step", job.Step!, job.Steps]));
        if (job.State == JobState.Waiting && job.RunAt is { } at)
            notes.Add(ListCell.Of(text["NotBefore", Show.Time(at)]));
        if (job.EndedAt is { } ended)
            notes.Add(ListCell.Of(Show.Time(ended)));
        if (job.Attempts > 1)
            notes.Add(ListCell.Of(text["Attempts", job.Attempts]));
        return ListCell.State(job.State.ToString(), text[$"State{job.State}"], tone, icon) with { Notes = notes };
    }

    private IReadOnlyList<RowAct> Acts(JobRow row)
    {
        List<RowAct> acts = [];
        if (row.Job.State == JobState.Failed)
            acts.Add(new("Retry", text["Retry"], text["RetryOf", row.Job.PublicId]));
        if (row.Job.State is JobState.Waiting or JobState.Running or JobState.Failed)
            acts.Add(new("Drop", text["Drop"], text["DropOf", row.Job.PublicId]));
        return acts;
    }

    /// <summary>In plain words where the code is known; else as the program said it.</summary>
    private string Why(Job job) =>
        job.ErrorCode is not { } code ? ""
        : text[$"error.{code}"] is { ResourceNotFound: false } known ? known.Value
        : job.State is JobState.Done ? text["Refused", code]
        : $"{code}: {job.Error}".TrimEnd(' ', ':');

    private string Kind(Job job) => text[$"kind.{job.Kind}"] is { ResourceNotFound: false } known ? known.Value : job.Kind;
}
