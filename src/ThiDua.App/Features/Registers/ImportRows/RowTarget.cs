using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>Rows of a register: the columns are its form's; a row with a code changes the row that is there, one without is new.</summary>
public sealed class RowTarget(RegisterQueries registers, RowImport rows, UndoRows undo, IStringLocalizer<Text> text) : IImportTarget
{
    public const string Code = "rows";

    public string Kind => Code;

    public string Verb => "row.import";

    public string Href(Import import) => $"/registers/{import.Of}/import/{import.PublicId}";

    public async Task<IReadOnlyList<ImportColumn>> Columns(string? of, CancellationToken cancellationToken)
    {
        if (registers.Find(of ?? "") is not var (_, register))
            return [];
        var units = await registers.Writable(register, cancellationToken);
        if (units.Count == 0)
            return [];
        return
        [
            new(
                Rows.RowList.Unit,
                text["Unit"],
                ["Mã đơn vị", "Unit code", Rows.RowList.UnitCode, "Đơn vị", "Tên đơn vị"],
                Required: false,
                MayBeGiven: true
            ),
            .. RowImport
                .Fields(register)
                .Select(f => new ImportColumn(f.Code, f.Label.Here(), [f.Label.Vi, f.Label.En], Required: f.Required && f.When is null)),
            new(Rows.RowList.Key, text["RowKey"], ["Mã dòng", "Row code"], Required: false),
        ];
    }

    public IImportIntake Begin(ImportSource source, RowErrors errors) => rows.Begin(source, errors);

    public Task<ImportResult> Undo(Import import, RowErrors errors, Action<int, int> progress, CancellationToken cancellationToken) =>
        undo.Handle(import, errors, progress, cancellationToken);
}
