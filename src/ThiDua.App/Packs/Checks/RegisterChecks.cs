using ThiDua.App.Forms;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>
/// A register's form holds together, its rows can be dated and named, and what it counts is an indicator that can be counted.
/// </summary>
internal static class RegisterChecks
{
    private static readonly LocalText FieldSort = new("ô", "field");

    public static void Run(PackDraft draft, HashSet<string> unitKinds)
    {
        var registers = References.Unique([.. draft.Registers.Select(r => r.Register)], r => r.Code);
        foreach (var register in draft.Registers)
        {
            Itself(register, draft, unitKinds);
            FieldChecks.Run(register.Fields, registers, unitKinds);
            Feeds(register, draft);
        }
    }

    private static void Itself(RegisterDraft draft, PackDraft pack, HashSet<string> unitKinds)
    {
        var (at, register) = (draft.Register, draft.Register.Value);
        References.AllKnown(at, "keptBy", register.KeptBy, unitKinds, PackChecks.UnitKindSort);
        References.Known(at, "flow", register.Flow, [.. pack.Flows.Select(f => f.Value.Code)], new("quy trình", "flow"));
        if (pack.Flows.FirstOrDefault(f => f.Value.Code == register.Flow) is { Value.Kind: not RegisterReader.UsualFlow })
            at.Add(
                "flow",
                $"Quy trình \"{register.Flow}\" không dành cho dòng của sổ.",
                $"The flow \"{register.Flow}\" is not for rows of a register.",
                new("quy trình có kind: row", "a flow with kind: row")
            );
        if (register.Code == "rows")
            at.Add("code", "Mã này đã được hệ thống dùng.", "The system uses this code itself.");
        if (register.Retention is { Verified: true, Basis: null })
            at.Add(
                "retention",
                "Đã ghi \"verified: true\" nhưng không có căn cứ.",
                "It says \"verified: true\" but gives no basis.",
                new("mục \"basis\", hoặc verified: false", "\"basis\", or verified: false")
            );
        IReadOnlyList<string> codes = [.. register.Form.Fields.Select(f => f.Code)];
        if (References.Known(at, "date", register.Date, codes, FieldSort) && register.Form.Field(register.Date) is { } date)
            if (date.Kind != FieldKinds.Date || !date.Required || date.When is not null)
                at.Add(
                    "date",
                    $"\"{date.Code}\" phải là ngày, luôn hỏi và bắt buộc.",
                    $"\"{date.Code}\" must be a date that is always asked and required.",
                    new("kind: date, required: true", "kind: date, required: true")
                );
        if (References.Known(at, "name", register.Name, codes, FieldSort) && register.Form.Field(register.Name) is { Required: false } name)
            at.Add(
                "name",
                $"\"{name.Code}\" phải bắt buộc.",
                $"\"{name.Code}\" must be required.",
                new("required: true", "required: true")
            );
    }

    private static void Feeds(RegisterDraft draft, PackDraft pack)
    {
        var form = draft.Register.Value.Form;
        IReadOnlyList<string> indicators = [.. pack.Indicators.Select(i => i.Value.Code)];
        References.Unique(draft.Feeds, f => f.Indicator, "indicator");
        foreach (var feed in draft.Feeds)
        {
            if (!References.Known(feed, "indicator", feed.Value.Indicator, indicators, new("chỉ số", "indicator")))
                continue;
            var indicator = pack.Indicators.First(i => i.Value.Code == feed.Value.Indicator).Value;
            if (indicator.Kind != PackKind.Flow || indicator.Frequency is null)
                feed.Add(
                    "indicator",
                    $"\"{indicator.Code}\" không đếm được từ các dòng của sổ.",
                    $"\"{indicator.Code}\" cannot be counted from rows.",
                    new("chỉ số kind: flow có frequency", "an indicator of kind: flow with a frequency")
                );
            if (feed.Value.Sum is { } sum && References.Known(feed, "sum", sum, [.. form.Fields.Select(f => f.Code)], FieldSort))
                Summed(feed, form.Field(sum)!, indicator);
            foreach (var where in feed.Value.Where)
                FieldChecks.Condition(feed, "where", where, form.Fields);
        }
    }

    private static void Summed(Placed<RegisterFeed> feed, FormField field, PackIndicator indicator)
    {
        if (field.Kind is not (FieldKinds.Number or FieldKinds.Money) || field.Scale > indicator.Scale)
            feed.Add(
                "sum",
                $"\"{field.Code}\" không cộng vào \"{indicator.Code}\" được.",
                $"\"{field.Code}\" cannot be added to \"{indicator.Code}\".",
                new(
                    $"ô kind: number có nhiều nhất {indicator.Scale} chữ số thập phân",
                    $"a field of kind: number with at most {indicator.Scale} decimals"
                )
            );
    }
}
