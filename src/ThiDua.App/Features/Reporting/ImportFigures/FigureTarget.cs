using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>Figures: unit, indicator, period, value.</summary>
/// <param name="approved">Official at once; for the operator alone.</param>
public sealed class FigureTarget(
    bool approved,
    AppDb db,
    PackShelf packs,
    FactStore facts,
    Viewer viewer,
    UndoFigures undo,
    TimeProvider clock,
    IStringLocalizer<Text> text,
    IStringLocalizer<ThiDua.App.Imports.Text> words
) : IImportTarget
{
    public const string Facts = "facts",
        Baselines = "baselines",
        Address = "/imports/figures";

    public string Kind => approved ? Baselines : Facts;

    public string Verb => "figures.import";

    public string Href(Import import) => $"{Address}/{import.PublicId}";

    public Task<IReadOnlyList<ImportColumn>> Columns(string? of, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImportColumn>>([
            new("unit", text["ColumnUnit"], ["Mã đơn vị", "Unit code", "orgUnit", "Đơn vị", "Tên đơn vị"], MayBeGiven: true),
            new(
                "indicator",
                text["ColumnIndicator"],
                ["Mã chỉ số", "Indicator code", "dataElement", "Chỉ số", "Tên chỉ số", "Chỉ tiêu"],
                MayBeGiven: true
            ),
            new("period", text["ColumnPeriod"], ["Mã kỳ", "Kỳ", "Kỳ báo cáo", "Tháng"], MayBeGiven: true),
            new("value", text["ColumnValue"], ["Số liệu", "Giá trị", "Kết quả"]),
        ]);

    public IImportIntake Begin(ImportSource source, RowErrors errors)
    {
        if (approved && !viewer.IsOperator)
            throw new InvalidOperationException("Only the operator imports approved figures.");
        var columns = new FigureColumns(source.Columns[0], source.Columns[1], source.Columns[2], source.Columns[3]);
        var file = new FigureFile(packs, new(packs, viewer), clock.Today(), errors, columns);
        return new FigureIntake(new(errors, columns, approved), file, new(db, packs), facts, db, text, words);
    }

    public Task<ImportResult> Undo(Import import, RowErrors errors, Action<int, int> progress, CancellationToken cancellationToken) =>
        undo.Handle(import, errors, cancellationToken);
}
