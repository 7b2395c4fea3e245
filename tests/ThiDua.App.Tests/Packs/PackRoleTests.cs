using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Tests.Packs;

/// <summary>The roles that a pack names beside the system's own.</summary>
public sealed class PackRoleTests
{
    private const string Right = """
        roles:
          - code: standing-member
            label: {vi: "Thường trực Ban Chỉ đạo", en: "Standing member"}
            help: {vi: "Duyệt báo cáo.", en: "Approves reports."}
            permissions: [progress.view, report.approve]

        """;

    [Fact]
    public void A_role_of_a_pack_stands_beside_the_built_in_ones()
    {
        using var pack = new SpoiltPack();
        pack.Write("roles.yaml", Right);
        var shelf = new PackShelf(pack.Parent);
        Assert.Empty(shelf.Errors);
        var roles = new RoleBook(shelf);
        Assert.Equal([.. Roles.All, "standing-member"], roles.All);
        Assert.True(roles.Allows("standing-member", Permission.ReviewReport));
        Assert.False(roles.Allows("standing-member", Permission.FillReport));
        Assert.False(roles.Allows("gone", Permission.ViewProgress));
        Assert.Equal("Thường trực Ban Chỉ đạo", roles.OfPack("standing-member")!.Label.Vi);
        Assert.Null(roles.OfPack(Roles.Leader));
    }

    [Fact]
    public void A_pack_without_the_file_names_none() => Assert.Empty(PackFolder.Pack.Roles);

    [Theory]
    [InlineData("report.approve]", "report.aprove]", 5, 34, "permissions[1]", "Không có quyền \"report.aprove\".")]
    [InlineData("report.approve]", "progress.view]", 5, 34, "permissions[1]", "\"progress.view\" được ghi hai lần.")]
    [InlineData("[progress.view, report.approve]", "[]", 5, 18, "permissions", "Vai trò này không có quyền nào.")]
    [InlineData("standing-member", "campaign-office", 2, 11, "code", "\"campaign-office\" là vai trò có sẵn của hệ thống")]
    [InlineData("standing-member", "standing-member-of-the-committee-for-everything", 2, 11, "code", "Mã vai trò dài quá 40 ký tự.")]
    [InlineData("help:", "hlep:", 4, 5, "hlep", "Không có mục \"hlep\" ở đây. Có phải \"help\"?")]
    public void A_mistake_is_told_with_file_line_and_column(string what, string with, int line, int column, string path, string message)
    {
        using var pack = new SpoiltPack();
        pack.Write("roles.yaml", Right);
        pack.Replace("roles.yaml", what, with);
        var error = pack.OnlyError();
        Assert.Equal(("roles.yaml", line, column, "roles[0]." + path), (error.File, error.Line, error.Column, error.Path));
        Assert.StartsWith(message, error.Message.Vi, StringComparison.Ordinal);
        Assert.NotEqual(error.Message.Vi, error.Message.En);
    }

    [Fact]
    public void A_code_twice_is_told_with_where_the_first_stands()
    {
        using var pack = new SpoiltPack();
        pack.Write("roles.yaml", Right + Right["roles:\n".Length..]);
        var error = pack.OnlyError();
        Assert.Equal((6, "\"standing-member\" đã có ở roles.yaml, dòng 2."), (error.Line, error.Message.Vi));
    }

    [Fact]
    public void A_flow_that_asks_for_a_permission_that_there_is_not_is_told_with_its_line()
    {
        using var pack = new SpoiltPack();
        pack.Replace("flows/report.yaml", "permission: report.approve", "permission: report.aprove");
        var error = pack.OnlyError();
        Assert.Equal("flows/report.yaml", error.File);
        Assert.Contains("Có phải \"report.approve\"?", error.Message.Vi, StringComparison.Ordinal);
        Assert.True(error.Line > 0 && error.Column > 0);
    }

    [Fact]
    public void A_role_in_two_packs_is_told()
    {
        using var pack = new SpoiltPack();
        pack.Write("roles.yaml", Right);
        pack.CopyTo("other", "code: an-ninh-to-quoc", "code: other");
        Assert.Single(new PackShelf(pack.Parent).Errors, e => e.Contains("standing-member", StringComparison.Ordinal));
    }
}
