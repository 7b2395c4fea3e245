using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>What an import of rows works with.</summary>
public sealed class RowImport(
    AppDb db,
    RegisterQueries registers,
    RegisterCounts counts,
    SaveRow save,
    MoveCase move,
    FormReader reader,
    FormNameSources names,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    /// <summary>What a file can bring: everything but files, which households, and what is worked out.</summary>
    public static IEnumerable<FormField> Fields(RegisterDefinition register) =>
        register.Form.Fields.Where(f => f.Kind is not (FieldKinds.Files or FieldKinds.Households) && !f.IsComputed);

    public AppDb Db => db;
    public RegisterCounts Counts => counts;
    public SaveRow Save => save;
    public MoveCase Move => move;
    public IStringLocalizer<Text> Text => text;

    public IImportIntake Begin(ImportSource source, RowErrors errors)
    {
        var (pack, register) = registers.Find(source.Of ?? "") ?? throw new InvalidOperationException($"There is no register {source.Of}.");
        return new RowIntake(this, pack, register, source.Columns, errors);
    }

    /// <param name="held">What the row holds; null for a new one.</param>
    public FormEntry Read(
        RegisterDefinition register,
        UnitRow unit,
        IReadOnlyDictionary<string, string> typed,
        FormNames known,
        IReadOnlyDictionary<string, string>? held
    ) => reader.Read(register.Form, typed, known, right => viewer.Can(right, unit.Path), held);

    public bool MaySee(FormField field, UnitRow unit) => field.Needs is null || viewer.Can(field.Needs, unit.Path);

    public Task<FormNames> Names(RegisterDefinition register, int unitId, CancellationToken cancellationToken) =>
        names.Of(register.Form, unitId, cancellationToken);

    /// <summary>The units that keep the register where the viewer may write.</summary>
    public Task<IReadOnlyList<UnitRow>> Units(RegisterDefinition register, CancellationToken cancellationToken) =>
        registers.Writable(register, cancellationToken, FormNames.Most);
}
