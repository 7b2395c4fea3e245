using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Registers.Households;

/// <summary>Which households a form brings.</summary>
public static class HouseholdTicks
{
    public static FormField? Field(RegisterDefinition register) =>
        register.Form.Fields.FirstOrDefault(f => f.Kind == FieldKinds.Households);

    /// <returns>Order numbers; null where the form says nothing new of them.</returns>
    public static IReadOnlyCollection<int>? Read(RegisterDefinition register, IReadOnlyDictionary<string, string> typed) =>
        Field(register) is not { } field || !typed.TryGetValue(field.Code, out var text) || HouseholdsKind.Written().IsMatch(text.Trim())
            ? null
            : HouseholdsKind.Numbers(text) ?? [];
}
