using ThiDua.App.Audit;
using ThiDua.App.Data;

namespace ThiDua.App.Cases;

/// <summary>Many cases that moved by one act of the record, past the change tracker: what a file brought and is taken back.</summary>
internal static class MoveMany
{
    /// <summary>Before they are read to be moved: on PostgreSQL nobody else moves them meanwhile.</summary>
    public static Task Hold(AppDb db, int[] ids, CancellationToken cancellationToken) =>
        db is PostgresDb
            ? db.Run("""SELECT "Id" FROM "case" WHERE "Id" = ANY (@0) ORDER BY "Id" FOR UPDATE""", cancellationToken, ids)
            : Task.CompletedTask;

    /// <param name="cases">As <see cref="MoveCase.EndTogether"/> leaves them.</param>
    public static Task WriteStates(AppDb db, IReadOnlyList<Case> cases, CancellationToken cancellationToken) =>
        CaseTables.Moves.WriteMixed(db, [.. cases.Select(c => BeginMany.Columns(c, c.Id))], cancellationToken);

    /// <param name="record">Saved.</param>
    public static Task WriteSteps(AppDb db, IReadOnlyList<Case> cases, Act record, CancellationToken cancellationToken) =>
        CaseTables.Steps.WriteMixed(db, [.. cases.Select(c => BeginMany.Columns(c.Steps[^1], c.Id, record))], cancellationToken);
}
