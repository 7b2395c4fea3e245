using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers;

/// <summary>
/// What stands in for a register that the packs have no more while rows of it are there: they are read, by the codes of their
/// fields, and nothing else is done with them.
/// </summary>
internal static class GoneRegister
{
    public static RegisterDefinition Of(RegisterRow row)
    {
        var fields = row.Data.Keys.Order(StringComparer.Ordinal).Select(code => Field(code)).ToList();
        return new()
        {
            Code = row.Register,
            Title = new(row.Register, row.Register),
            Row = new("dòng", "row"),
            KeptBy = [],
            Flow = row.Case.Flow,
            Date = "",
            Name = "",
            Form = new(row.Register, [new("all", null, null, fields)]),
            Feeds = [],
            Retention = new(0, false, null),
            IsGone = true,
        };
    }

    private static FormField Field(string code) =>
        new()
        {
            Code = code,
            Kind = FieldKinds.LongText,
            Label = new(code, code),
        };
}
