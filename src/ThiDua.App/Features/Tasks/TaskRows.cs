using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks;

/// <summary>A row of a register beside a task.</summary>
public sealed record EvidenceRow(string PublicId, string Register, string Title, DateOnly Date)
{
    public string Label => $"{Show.Date(Date)} · {Title}";
}

/// <summary>Rows of registers as evidence of tasks: only those that the viewer may see.</summary>
public sealed class TaskRows(AppDb db, RegisterQueries registers)
{
    private const int Most = 50;

    /// <summary>Those that the task names.</summary>
    public async Task<IReadOnlyList<EvidenceRow>> Of(int item, CancellationToken cancellationToken)
    {
        var named = db.Set<TaskEvidence>().Where(e => e.ItemId == item).Select(e => e.RowId);
        return await Read(registers.Rows().Where(r => named.Contains(r.Id)), cancellationToken);
    }

    /// <summary>Those that may be named: the newest of the unit, grouped by register.</summary>
    public async Task<IReadOnlyList<Option>> Choices(TaskItem item, CancellationToken cancellationToken)
    {
        var (unit, named) = (item.Case.UnitId, db.Set<TaskEvidence>().Where(e => e.ItemId == item.Id).Select(e => e.RowId));
        var rows = await Read(
            registers.Rows().Where(r => r.UnitId == unit && r.Case.State != RowCase.Cancelled && !named.Contains(r.Id)),
            cancellationToken
        );
        return [.. rows.OrderBy(r => r.Register, StringComparer.Ordinal).Select(r => new Option(r.PublicId, r.Label, r.Register))];
    }

    private async Task<IReadOnlyList<EvidenceRow>> Read(IQueryable<RegisterRow> rows, CancellationToken cancellationToken)
    {
        var found = await rows.OrderByDescending(r => r.Date)
            .ThenByDescending(r => r.Id)
            .Take(Most)
            .Select(r => new
            {
                r.Case.PublicId,
                r.Register,
                r.Case.Title,
                r.Date,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Select(r => new EvidenceRow(
                r.PublicId,
                registers.Find(r.Register)?.Register.Title.Here() ?? r.Register,
                r.Title,
                r.Date
            )),
        ];
    }
}
