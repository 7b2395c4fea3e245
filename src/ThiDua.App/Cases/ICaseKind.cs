using ThiDua.App.Audit;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Shared;

namespace ThiDua.App.Cases;

/// <summary>What a move of a case means, for one kind of case: all that a kind needs of its own beside its entity and its form.</summary>
public interface ICaseKind
{
    /// <summary>Also the code of its flow in a pack, and the kind of its subject in the record of acts.</summary>
    string Code { get; }

    /// <summary>States that the kind's code relies on: a pack whose flow lacks one is refused at start.</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>Acts that the kind's code relies on.</summary>
    IReadOnlyList<string> Acts { get; }

    /// <summary>The page of a case, where its acts are offered.</summary>
    string Href(string publicId);

    /// <summary>Where whoever may edit its content goes on with it; most kinds have one page for both.</summary>
    string WorkHref(string publicId) => Href(publicId);

    /// <summary>Where notices of what a move does lead: they are read with it.</summary>
    IReadOnlyCollection<string> Told(CaseMove move) => [Href(move.Case.PublicId), WorkHref(move.Case.PublicId)];

    /// <summary>The permission that its page asks for, and with it the files of the case; null: it has no files.</summary>
    string? ViewPermission => null;

    /// <summary>Whoever fills in sees the files too, where that is another permission; null: only who may see the page.</summary>
    string? WorkPermission => null;

    /// <summary>Why this move cannot be made now, before anything is written.</summary>
    Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done);

    /// <summary>The day that the thing itself has, for a case that waits again and whose state names none.</summary>
    Task<CaseDue> Due(Case found, CancellationToken cancellationToken) => Task.FromResult(CaseDue.Never);

    /// <summary>What the act of the record says beside its verb, as JSON.</summary>
    string? Detail(CaseMove move) => null;

    /// <summary>What else changes with the state, in the same transaction; a refusal takes all of it back.</summary>
    Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done);

    /// <summary>A short word beside each of these in lists: what it belongs to, that it came late.</summary>
    Task<IReadOnlyDictionary<int, string>> Remarks(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, string>>(new Dictionary<int, string>());

    /// <summary>What a list of this kind alone is narrowed by, beside unit and words.</summary>
    Task<IReadOnlyList<ListFilter<CaseRow>>> Filters(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ListFilter<CaseRow>>>([]);

    /// <summary>Whether this person entered some of what the case holds, by any channel: what <c>notBy: [entered]</c> asks.</summary>
    Task<bool> EnteredBy(Case found, int accountId, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>A move being made.</summary>
/// <param name="Content">What the act brings with it, as its kind's page or file made it: a report's figures. Null from the
/// list of cases.</param>
public sealed record CaseMove(Case Case, FlowDefinition Flow, FlowAct Act, object? Content)
{
    /// <summary>The act of the record; only while the move is written.</summary>
    public Act Record { get; init; } = null!;

    /// <summary>What it takes the case back to; null when it leads on.</summary>
    public CaseBack? Back { get; init; }

    public bool To(string state) => Act.To == state;
}

/// <summary>The kinds of cases that there are, by code.</summary>
public sealed class CaseKinds(IEnumerable<ICaseKind> kinds)
{
    private readonly Dictionary<string, ICaseKind> byCode = kinds.ToDictionary(k => k.Code, StringComparer.Ordinal);

    public ICaseKind this[string code] => byCode[code];

    public bool Has(string code) => byCode.ContainsKey(code);

    public async Task<IReadOnlyDictionary<int, string>> Remarks(IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var all = new Dictionary<int, string>();
        foreach (var kind in rows.GroupBy(r => r.Kind))
        foreach (var (id, remark) in await byCode[kind.Key].Remarks([.. kind], cancellationToken))
            all[id] = remark;
        return all;
    }

    /// <summary>What a pack's flows lack for these kinds; empty when all is there.</summary>
    public IEnumerable<PackTrouble> Missing(Pack pack)
    {
        PackTrouble Lacks(string flow, string vi, string en) => PackTrouble.Of(pack.Code, $"flows/{flow}.yaml", vi, en);
        foreach (var kind in byCode.Values)
        {
            var flows = pack.Flows.Where(f => f.Kind == kind.Code).ToList();
            if (flows.Count == 0)
                yield return Lacks(kind.Code, "Thiếu quy trình này.", "This flow is missing.");
            foreach (var flow in flows)
            {
                foreach (var state in kind.States.Where(s => flow.State(s) is null))
                    yield return Lacks(flow.Code, $"Thiếu trạng thái \"{state}\".", $"The state \"{state}\" is missing.");
                foreach (var act in kind.Acts.Where(a => flow.Act(a) is null))
                    yield return Lacks(flow.Code, $"Thiếu bước \"{act}\".", $"The act \"{act}\" is missing.");
            }
        }
    }
}
