using System.Text.RegularExpressions;
using ThiDua.App.Forms;
using ThiDua.App.Maps;
using ThiDua.App.Packs.Reading;
using ThiDua.App.Security;

namespace ThiDua.App.Packs.Checks;

/// <summary>Each field has what its kind needs and nothing else's, and what it names is there.</summary>
internal static class FieldChecks
{
    private static readonly LocalText Sort = new("ô", "field");
    private static readonly LocalText KindSort = new("loại ô", "kind of field");

    public static void Run(
        IReadOnlyList<Placed<FormField>> all,
        IReadOnlyCollection<string> registers,
        IReadOnlyCollection<string> unitKinds
    )
    {
        References.Unique(all, f => f.Code);
        foreach (var (at, field) in all.Index())
        {
            if (!References.Known(field, "kind", field.Value.Kind, FieldKinds.All, KindSort))
                continue;
            Kind(field, registers, unitKinds);
            // What a rule looks at stands before the field: it has been read by then.
            Rules(field, [.. all.Take(at).Select(f => f.Value)], [.. all.Select(f => f.Value)]);
        }
    }

    public static void Condition<T>(Placed<T> from, string key, FormCondition condition, IReadOnlyList<FormField> fields)
    {
        if (!References.Known(from, key, condition.Field, [.. fields.Select(f => f.Code)], Sort))
            return;
        var field = fields.First(f => f.Code == condition.Field);
        if (condition.Values.Count > 0)
            Choice(from, key, condition, field);
        if ((condition.AtLeast ?? condition.AtMost) is not null && field.Kind is not (FieldKinds.Number or FieldKinds.Money))
            from.Add(
                key,
                $"atLeast, atMost chỉ xét được số; \"{field.Code}\" thì không.",
                $"atLeast and atMost look at numbers; \"{field.Code}\" is none.",
                new("ô kind: number hoặc money", "a field of kind: number or money")
            );
        if (condition.Filled is not null && field.Kind == FieldKinds.Files)
            from.Add(key, "Không xét được ô tệp.", "Files cannot be looked at.");
    }

    private static void Choice<T>(Placed<T> from, string key, FormCondition condition, FormField field)
    {
        IReadOnlyList<string> values = field.Kind == FieldKinds.YesNo ? ["0", "1"] : [.. field.Choices.Select(c => c.Code)];
        if (values.Count == 0)
            from.Add(
                key,
                $"Điều kiện \"is\" chỉ xét được ô để chọn; \"{field.Code}\" thì không.",
                $"A condition with \"is\" looks at a choice; \"{field.Code}\" is none.",
                new("ô kind: choice, choices hoặc yesno", "a field of kind: choice, choices or yesno")
            );
        foreach (var value in condition.Values)
            References.Known(from, key, value, values, new("lựa chọn", "choice"));
    }

    private static void Kind(Placed<FormField> field, IReadOnlyCollection<string> registers, IReadOnlyCollection<string> unitKinds)
    {
        var f = field.Value;
        var choice = f.Kind is FieldKinds.Choice or FieldKinds.Choices;
        var number = f.Kind is FieldKinds.Number or FieldKinds.Money;
        Fits(field, "choices", f.Choices.Count > 0, choice, needed: choice);
        var other = f.Kind is FieldKinds.Row or FieldKinds.Households;
        Fits(field, "register", f.Register is not null, other, needed: other);
        Fits(
            field,
            "many",
            f.Many,
            f.Kind is FieldKinds.Unit or FieldKinds.Officer or FieldKinds.Row or FieldKinds.Task or FieldKinds.Target
        );
        Fits(field, "public", f.Public, f.Kind != FieldKinds.Member);
        Fits(field, "unitKinds", f.UnitKinds.Count > 0, f.Kind == FieldKinds.Unit);
        Fits(field, "shape", f.Shape != ShapeSort.Point, f.Kind == FieldKinds.Shape);
        Fits(field, "unit", f.Unit is not null, number);
        Fits(field, "scale", f.Scale > 0, f.Kind == FieldKinds.Number);
        foreach (var (key, there) in new[] { ("min", f.Min is not null), ("max", f.Max is not null), ("usual", f.Usual is not null) })
            Fits(field, key, there, number);
        Fits(field, "pattern", f.Pattern is not null, f.Kind == FieldKinds.Text);
        Fits(field, "lengthOf", f.LengthOf is not null, f.Kind == FieldKinds.Number);
        Fits(field, "past", f.Past, f.Kind == FieldKinds.Date);
        References.AllKnown(field, "unitKinds", f.UnitKinds, unitKinds, PackChecks.UnitKindSort);
        References.Known(field, "register", f.Register, registers, new("sổ", "register"));
        References.Known(field, "givenBy", f.GivenBy, Permission.All, RoleChecks.PermissionSort);
        References.Known(field, "needs", f.Needs, Permission.All, RoleChecks.PermissionSort);
        if (f.Pattern is { } pattern && !IsPattern(pattern.Expression))
            field.Add("pattern", "Mẫu không đọc được.", "The pattern cannot be read.", new("biểu thức chính quy", "a regular expression"));
        var twice = f.Choices.CountBy(c => c.Code).Where(c => c.Value > 1).Select(c => c.Key).FirstOrDefault();
        if (twice is not null)
            field.Add("choices", $"\"{twice}\" được ghi hai lần.", $"\"{twice}\" is written twice.");
    }

    private static void Rules(Placed<FormField> field, IReadOnlyList<FormField> before, IReadOnlyList<FormField> all)
    {
        var f = field.Value;
        if (f.When is { } when)
            Condition(field, "when", when, before);
        Others(field, "atMost", f.AtMost, all, o => o.Kind is FieldKinds.Number or FieldKinds.Money);
        Others(field, "sum", f.Sum, before, o => o.Kind is FieldKinds.Number or FieldKinds.Money or FieldKinds.YesNo);
        Others(
            field,
            "lengthOf",
            f.LengthOf is { } shape ? [shape] : [],
            before,
            o => o.Kind == FieldKinds.Shape && o.Shape == ShapeSort.Line
        );
        Others(field, "notBefore", f.NotBefore is { } other ? [other] : [], all, o => o.Kind == FieldKinds.Date);
        if (f.IsComputed && f.Required)
            field.Add("required", "Ô tự cộng thì không ai phải nhập.", "Nobody fills a field that is a sum.");
    }

    private static void Others(
        Placed<FormField> field,
        string key,
        IReadOnlyList<string> codes,
        IReadOnlyList<FormField> fields,
        Func<FormField, bool> fits
    )
    {
        foreach (var code in codes)
            if (References.Known(field, key, code, [.. fields.Select(f => f.Code)], Sort) && !fits(fields.First(f => f.Code == code)))
                field.Add(
                    key,
                    $"\"{code}\" thuộc loại khác, không dùng được ở đây.",
                    $"\"{code}\" is of another kind and cannot stand here."
                );
    }

    private static void Fits(Placed<FormField> field, string key, bool there, bool may, bool needed = false)
    {
        if (there && !may)
            field.Add(
                key,
                $"Ô loại \"{field.Value.Kind}\" không có mục \"{key}\".",
                $"A field of kind \"{field.Value.Kind}\" has no \"{key}\"."
            );
        if (needed && !there)
            field.Add(
                key,
                $"Ô loại \"{field.Value.Kind}\" phải có mục \"{key}\".",
                $"A field of kind \"{field.Value.Kind}\" needs \"{key}\"."
            );
    }

    private static bool IsPattern(string expression)
    {
        try
        {
            _ = new Regex(expression, RegexOptions.CultureInvariant);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
