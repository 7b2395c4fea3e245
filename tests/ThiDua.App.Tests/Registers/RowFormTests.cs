using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Files;
using ThiDua.App.Tests.Files;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>The form of a row: files that came with what was sent back, and two windows that meet.</summary>
public sealed class RowFormTests
{
    private const string Address = "/registers/outreach/new";

    private static readonly (string, string?)[] Typed =
    [
        ("date", "2024-05-10"),
        ("topic", "Phòng cháy, chữa cháy"),
        ("channel", "meeting"),
        ("attendance", "40"),
    ];

    [Theory, BothEngines]
    public async Task A_file_that_was_chosen_is_not_chosen_again(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(Address);
        var field = head.Page.QuerySelector("form.report input[type=file]")!.GetAttribute("name")!;
        await head.Upload("form.report", field, "bien-ban.txt", "Biên bản"u8.ToArray());
        Assert.Contains("Tệp đã nhận, sẽ lưu cùng mẫu này: bien-ban.txt", head.Text, StringComparison.Ordinal);
        var waiting = Assert.Single(await system.Attachments());
        Assert.Equal((DraftFiles.Code, field), (waiting.OwnerKind, waiting.Field));
        await head.Send("form.report", Typed);
        Assert.StartsWith("/registers/rows/", head.Path, StringComparison.Ordinal);
        var row = await system.Db(db => db.Cases.Where(c => c.Kind == "row").Select(c => c.PublicId).SingleAsync());
        var kept = Assert.Single(await system.Attachments());
        Assert.Equal((CaseFiles.Code, row, field), (kept.OwnerKind, kept.OwnerKey, kept.Field));
    }

    [Fact]
    public async Task Files_that_wait_are_nobody_elses()
    {
        await using var system = await FileDesk.Begin(Engine.Sqlite);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(Address);
        await head.Upload(
            "form.report",
            head.Page.QuerySelector("input[type=file]")!.GetAttribute("name")!,
            "bien-ban.txt",
            "x"u8.ToArray()
        );
        var key = head.Page.QuerySelector("[name='_files']")!.GetAttribute("value");
        using var other = await system.Browser(system.World.HamletHeads[1]);
        await other.Open(Address);
        await other.Send("form.report", [.. Typed, ("_files", key)]);
        Assert.StartsWith("/registers/rows/", other.Path, StringComparison.Ordinal);
        Assert.Equal(DraftFiles.Code, Assert.Single(await system.Attachments()).OwnerKind);
    }

    [Theory, BothEngines]
    public async Task Of_two_windows_each_writes_what_it_changed(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var one = await system.Browser(system.World.HamletHeads[0]);
        await one.Open(Address);
        await one.Send("form.report", Typed);
        using var other = await system.Browser(system.World.HamletHeads[0]);
        var edit = $"{one.Path}/edit";
        await one.Open(edit);
        await other.Open(edit);
        await one.Send("form.report", ("attendance", "55"));
        await other.Send("form.report", ("topic", "Phòng, chống ma túy"));
        Assert.StartsWith("/registers/rows/", other.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit", other.Path, StringComparison.Ordinal);
        Assert.Contains("55", other.Text, StringComparison.Ordinal);
        Assert.Contains("Phòng, chống ma túy", other.Text, StringComparison.Ordinal);
        // Both to something else: a person looks, and what was saved stands beside.
        await one.Open(edit);
        await other.Open(edit);
        await one.Send("form.report", ("attendance", "60"));
        await other.Send("form.report", ("attendance", "70"));
        Assert.Equal("70", other.Page.QuerySelector("#attendance")!.GetAttribute("value"));
        Assert.Contains("60", other.Page.QuerySelector("#attendance-beside")!.TextContent, StringComparison.Ordinal);
        await other.Send("form.report");
        Assert.Contains("70", other.Text, StringComparison.Ordinal);
    }
}
