using Microsoft.Extensions.Localization;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts;

public static class RoleText
{
    /// <summary>What a role is called: the product's own word, or the pack's.</summary>
    public static string Role(this IStringLocalizer<Text> text, RoleBook book, string role) =>
        book.OfPack(role)?.Label.Here() ?? text[$"Role{role}"];

    /// <summary>What it lets one do; a pack says no more than its name.</summary>
    public static string? RoleHelp(this IStringLocalizer<Text> text, RoleBook book, string role) =>
        book.OfPack(role) is null ? text[$"Role{role}Help"].Value : null;

    /// <summary>Every role, to be given.</summary>
    public static IEnumerable<FormChoice> Choices(this IStringLocalizer<Text> text, RoleBook book) =>
        from role in book.All
        let name = text.Role(book, role)
        let help = text.RoleHelp(book, role)
        select new FormChoice(role, new(name, name), help is null ? null : new(help, help));
}
