using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Imports;

/// <summary>Takes a whole import back, or nothing of it; what that means its target says. Pages have it done by <see cref="UndoJob"/>.</summary>
public sealed class UndoImport(AppDb db, IEnumerable<IImportTarget> targets, Viewer viewer, IStringLocalizer<Text> text)
{
    public const string Verb = "import.undo";

    /// <param name="import">Public id.</param>
    /// <param name="progress">Told how many rows are taken back, and of how many.</param>
    public async Task<ImportResult> Handle(string import, CancellationToken cancellationToken, Action<int, int>? progress = null)
    {
        var found = await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.PublicId == import, cancellationToken);
        var errors = new RowErrors(found?.FileName ?? import, text);
        if (found is null || !(viewer.IsOperator || found.AccountId == viewer.AccountId))
            errors.Add(0, "", "unknown-import", import);
        else if (found.UndoneById is not null)
            errors.Add(0, "", "import-undone");
        else if (targets.FirstOrDefault(t => t.Kind == found.Kind) is { } target)
            return await target.Undo(found, errors, progress ?? ((_, _) => { }), cancellationToken);
        else
            errors.Add(0, "", "import-stays", found.Kind);
        return new(0, 0, 0, 0, errors.Found, false);
    }
}
