using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Audit;

/// <summary>Who last did what on a case: what a flow's rule "not by the one who …" asks.</summary>
public static class CaseActs
{
    public static async Task<IReadOnlyDictionary<string, int?>> LastBy(AppDb db, string subjectKind, string subjectId, CancellationToken stop)
    {
        var acts = await db.Acts.AsNoTracking().Where(a => a.SubjectKind == subjectKind && a.SubjectId == subjectId)
            .OrderBy(a => a.Id).Select(a => new { a.Verb, a.AccountId }).ToListAsync(stop);
        return acts.GroupBy(a => a.Verb).ToDictionary(g => g.Key, g => g.Last().AccountId);
    }
}
