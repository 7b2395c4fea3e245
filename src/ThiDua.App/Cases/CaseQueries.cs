using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;

namespace ThiDua.App.Cases;

/// <summary>Who did an act of a case last.</summary>
public sealed record LastAct(int CaseId, string Act, int? AccountId);

/// <summary>A state to which a case is taken back.</summary>
/// <param name="Since">The day on which it had come into it: its days count from there.</param>
/// <param name="Reason">Why it had.</param>
/// <param name="Act">The act that is taken back.</param>
public sealed record CaseBack(string State, DateOnly Since, string? Reason, string Act);

/// <summary>One step as people read it.</summary>
/// <param name="RecordId">The act of the record that explains it.</param>
public sealed record StepRow(DateTimeOffset At, string? Who, string Act, string From, string To, string? Reason, long RecordId);

public static class CaseQueries
{
    /// <summary>For each act that was done on these cases the person who did it last.</summary>
    public static async Task<List<LastAct>> Last(AppDb db, IReadOnlyCollection<int> cases, CancellationToken cancellationToken)
    {
        var steps = await db
            .CaseSteps.AsNoTracking()
            .Where(s => cases.Contains(s.CaseId))
            .OrderBy(s => s.Id)
            .Select(s => new LastAct(s.CaseId, s.Act, s.AccountId))
            .ToListAsync(cancellationToken);
        return [.. steps.GroupBy(s => (s.CaseId, s.Act)).Select(g => g.Last())];
    }

    /// <summary>
    /// Where taking back leads: the state from which the case came into the one in which it is, and the step that had brought it
    /// there; null when it came from nowhere.
    /// </summary>
    internal static async Task<CaseBack?> Back(AppDb db, Case found, FlowDefinition flow, CancellationToken cancellationToken)
    {
        var steps = await db
            .CaseSteps.AsNoTracking()
            .Where(s => s.CaseId == found.Id)
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Act,
                s.From,
                s.To,
                s.At,
                s.Reason,
            })
            .ToListAsync(cancellationToken);
        if (steps.FindLast(s => s.To == found.State) is not { } last || flow.State(last.From) is null)
            return null;
        var entered = steps.FindLast(s => s.To == last.From && flow.Act(s.Act)?.Back != true && s.Act != MoveCase.TakenBack);
        return entered is null ? null : new(last.From, DateOnly.FromDateTime(entered.At.Local().DateTime), entered.Reason, last.Act);
    }

    /// <summary>The move with where it leads: one that takes back leads to where the case came from.</summary>
    public static async Task<CaseMove> Leads(AppDb db, CaseMove move, CancellationToken cancellationToken) =>
        move.Act.Back && await Back(db, move.Case, move.Flow, cancellationToken) is { } back
            ? move with
            {
                Act = move.Act with { To = back.State },
                Back = back,
            }
            : move;

    /// <summary>The one history of a case, the first step first.</summary>
    public static Task<List<StepRow>> History(AppDb db, int caseId, CancellationToken cancellationToken) =>
        (
            from s in db.CaseSteps.AsNoTracking()
            join a in db.Accounts on s.AccountId equals (int?)a.Id into people
            from a in people.DefaultIfEmpty()
            where s.CaseId == caseId
            orderby s.Id
            select new StepRow(s.At, a.FullName, s.Act, s.From, s.To, s.Reason, s.RecordId)
        ).ToListAsync(cancellationToken);
}
