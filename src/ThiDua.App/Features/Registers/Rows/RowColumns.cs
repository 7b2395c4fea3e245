using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Trash;
using ThiDua.App.Forms;
using ThiDua.App.Lists;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.Rows;

/// <summary>How each kind of field stands in a list: as a typed cell, sorted, filtered and summed by what is kept of it.</summary>
internal sealed class RowColumns(
    AppDb db,
    RegisterDefinition register,
    IReadOnlyList<FormField> fields,
    FlowDefinition flow,
    FormNames names,
    IStringLocalizer<Text> text
)
{
    private const long Half = 1_000_000_000;

    private DbSet<RowValue> Values => db.Set<RowValue>();

    public IReadOnlyList<ListColumn<RowItem>> All() =>
        [
            .. fields.Where(f => f.Listed).Select(Column),
            new(RowList.Unit, text["Unit"], r => ListCell.Of(r.Unit)) { Order = ListOrder.By((RowItem r) => r.UnitKey) },
            new(RowList.State, text["State"], r => flow.State(r.State)?.Cell(null) ?? ListCell.Of(r.State)),
            .. fields.Where(f => !f.Listed).Select(Column),
            new(RowList.UnitCode, text["UnitCode"], r => ListCell.Of(r.UnitCode)) { HiddenAtFirst = true },
            new(RowList.Key, text["RowKey"], r => ListCell.Of(r.PublicId)) { HiddenAtFirst = true },
        ];

    /// <summary>Of rows that were cancelled: how long each can be brought back.</summary>
    public IReadOnlyList<ListColumn<RowItem>> OfTrash(DateOnly today) =>
        [
            .. All(),
            new(
                RowList.Waits,
                text["Waits"],
                r => RowTrash.IsOver(r.MovedAt, today) ? ListCell.Of(text["WaitsNoMore"].Value) : ListCell.Of(RowTrash.Last(r.MovedAt))
            )
            {
                Order = ListOrder.By((RowItem r) => r.MovedAt),
            },
        ];

    /// <summary>Rows that hold a folded word, in their title, their unit or a listed field.</summary>
    public IQueryable<RowItem> Having(IQueryable<RowItem> rows, string word)
    {
        // What may not be seen is not found by either.
        var codes = fields.Where(f => f.Listed).Select(f => f.Code).ToList();
        var values = Values
            .Where(v => v.Register == register.Code && codes.Contains(v.Field) && v.SortKey.Contains(word))
            .Select(v => v.RowId);
        return rows.Where(r => r.Search.Contains(word) || r.UnitSearch.Contains(word) || values.Contains(r.Id));
    }

    public ListFilter<RowItem>? Filter(FormField field)
    {
        var (code, label) = ($"f.{field.Code}", field.Label.Here());
        switch (field.Kind)
        {
            case FieldKinds.Choice or FieldKinds.YesNo:
                var options = FieldKinds.Of(field).Options(field, names)!.Select(o => new ListOption(o.Key, o.Name));
                return new ChoiceFilter<RowItem>(code, label, [.. options], (rows, value) => Like(rows, field, KeyOf(field, value)));
            case FieldKinds.Number or FieldKinds.Money:
                return new NumberFilter<RowItem>(
                    code,
                    label,
                    field.Scale,
                    (rows, from, to) => Between(rows, field, Scaled(field, from), Scaled(field, to))
                );
            case FieldKinds.Date when field.Code != register.Date:
                return new DayFilter<RowItem>(
                    code,
                    label,
                    (rows, from, to) => Between(rows, field, from?.ToString("yyyy-MM-dd", null), to?.ToString("yyyy-MM-dd", null))
                );
            default:
                return null;
        }
    }

    private ListColumn<RowItem> Column(FormField field)
    {
        var isName = field.Code == register.Name;
        return new(field.Code, field.Label.Here(), r => Show(field, r.Data.GetValueOrDefault(field.Code)))
        {
            IsName = isName,
            HiddenAtFirst = !field.Listed,
            Order =
                !field.Listed ? null
                : field.Code == register.Date ? ListOrder.By((RowItem r) => r.Date)
                : ListOrder.By((RowItem r) => r.SortKey),
            Total = field.Listed && field.Kind is FieldKinds.Number or FieldKinds.Money ? Sum(field) : null,
        };
    }

    private ListCell Show(FormField field, string? value) =>
        value is null ? ListCell.Of((string?)null)
        : field.Kind == FieldKinds.Date ? ListCell.Of(DateKind.Day(value))
        : field.Kind is FieldKinds.Number or FieldKinds.Money && FieldKinds.NumberOf(value) is { } number
            ? ListCell.Of((Int128)(number * Power(field.Scale)), field.Scale)
        // The page shows a short word, a file the places themselves: they come back when it is imported again.
        : field.Kind is FieldKinds.Shape or FieldKinds.Place
            ? ListCell.Of(FieldKinds.Of(field).Typed(field, value, names)) with
            {
                Says = FieldKinds.Of(field).Show(field, value, names),
            }
        : field.Kind == FieldKinds.Link ? ListCell.Of(value) with { Href = value }
        : ListCell.Of(FieldKinds.Of(field).Show(field, value, names));

    private ListTotal<RowItem> Sum(FormField field) =>
        async (rows, cancellationToken) =>
        {
            var counted = flow.States.Where(s => s.Counts).Select(s => s.Code).ToList();
            var ids = rows.Where(r => counted.Contains(r.State)).Select(r => r.Id);
            // Neither engine's sum of 64-bit values fits into one when there are many: the halves do.
            var sums = await Values
                .Where(v => v.Register == register.Code && v.Field == field.Code && ids.Contains(v.RowId))
                .GroupBy(_ => 1)
                .Select(g => new { High = g.Sum(v => v.Number / Half), Low = g.Sum(v => v.Number % Half) })
                .FirstOrDefaultAsync(cancellationToken);
            return ListCell.Of(sums is null ? 0 : (Int128)(sums.High ?? 0) * Half + (sums.Low ?? 0), field.Scale, field.Unit?.Here());
        };

    private IQueryable<RowItem> Like(IQueryable<RowItem> rows, FormField field, string key)
    {
        var values = Values.Where(v => v.Register == register.Code && v.Field == field.Code && v.SortKey == key).Select(v => v.RowId);
        return rows.Where(r => values.Contains(r.Id));
    }

    private IQueryable<RowItem> Between(IQueryable<RowItem> rows, FormField field, string? from, string? to)
    {
        var values = Values.Where(v => v.Register == register.Code && v.Field == field.Code && v.SortKey != "");
        if (from is not null)
            values = values.Where(v => string.Compare(v.SortKey, from) >= 0);
        if (to is not null)
            values = values.Where(v => string.Compare(v.SortKey, to) <= 0);
        var ids = values.Select(v => v.RowId);
        return rows.Where(r => ids.Contains(r.Id));
    }

    private string KeyOf(FormField field, string value) => FieldKinds.Of(field).SortKey(field, value, names);

    private string? Scaled(FormField field, long? value) =>
        value is { } scaled
            ? KeyOf(field, (scaled / Power(field.Scale)).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))
            : null;

    private static decimal Power(int scale) => (decimal)Math.Pow(10, scale);
}
