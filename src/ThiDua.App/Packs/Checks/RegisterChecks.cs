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
            Dates(register);
            Belongs(register, draft);
            FieldChecks.Run(register.Fields, registers, unitKinds);
            FeedChecks.Run(register, draft);
            Drawn(register);
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

    /// <summary>A map is seen by all who see the register: what it tells apart is no field that some may not see.</summary>
    private static void Drawn(RegisterDraft draft)
    {
        var form = draft.Register.Value.Form;
        References.Unique(draft.Drawn, d => d.Code);
        foreach (var drawn in draft.Drawn)
        foreach (var where in drawn.Value.Where)
        {
            FieldChecks.Condition(drawn, "where", where, form.Fields);
            if (form.Field(where.Field) is { Needs: not null } hidden)
                drawn.Add(
                    "where",
                    $"Ô \"{hidden.Code}\" không phải ai cũng được xem, bản đồ không phân loại theo ô này được.",
                    $"Not everybody may see \"{hidden.Code}\": a map cannot tell rows apart by it.",
                    new("ô không có needs", "a field without needs")
                );
        }
    }

    private static void Dates(RegisterDraft draft)
    {
        var (at, form) = (draft.Register, draft.Register.Value.Form);
        foreach (var (key, code) in new[] { ("until", at.Value.Until), ("due", at.Value.Due) })
            if (
                References.Known(at, key, code, [.. form.Fields.Select(f => f.Code)], FieldSort)
                && code is not null
                && form.Field(code) is { Kind: not FieldKinds.Date }
            )
                at.Add(key, $"\"{code}\" không phải là ngày.", $"\"{code}\" is no date.", new("ô kind: date", "a field of kind: date"));
    }

    /// <summary>Where its rows stand: under a group, under rows of another register; and why it names people.</summary>
    private static void Belongs(RegisterDraft draft, PackDraft pack)
    {
        var (at, register) = (draft.Register, draft.Register.Value);
        References.Known(at, "group", register.Group, [.. pack.Groups.Select(g => g.Value.Code)], new("nhóm", "group"));
        if (
            register.Of is { } of
            && References.Known(at, "of", of, [.. register.Form.Fields.Select(f => f.Code)], FieldSort)
            && register.Form.Field(of) is not { Kind: FieldKinds.Row, Required: true, Many: false, When: null }
        )
            at.Add(
                "of",
                $"\"{of}\" phải chọn đúng một dòng của sổ khác, luôn hỏi và bắt buộc.",
                $"\"{of}\" must choose one row of another register, always asked and required.",
                new("kind: row, required: true", "kind: row, required: true")
            );
        if (register.Purpose is null && register.Form.Fields.Any(f => f.Kind == FieldKinds.Member))
            at.Add(
                "purpose",
                "Sổ ghi tên người giữ nhiệm vụ thì phải ghi mục đích.",
                "A register that names people in a duty says why.",
                new("purpose: {vi: …, en: …}", "purpose: {vi: …, en: …}")
            );
    }
}
