using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Requests;

/// <summary>Figures at short notice, on the pages.</summary>
public sealed class RequestPageTests
{
    [Fact]
    public async Task A_form_is_made_and_answered_without_scripts()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/my-work");
        await office.Follow("Số liệu đột xuất");
        await office.Follow("Hỏi số liệu");
        Assert.Equal(("2024-05-15", "14:00"), (Value(office, "day"), Value(office, "time")));
        await office.Send(
            "form.report",
            ("title", "Quân số trực đêm"),
            ("questions", "Số người trực (người)"),
            ("time", "9:00"),
            ("kinds", "hamlet")
        );
        Assert.Contains("Giờ này đã qua", office.Text, StringComparison.Ordinal);
        Assert.Equal("Quân số trực đêm", Value(office, "title"));
        // It came back with all that was sent: nothing is offered again.
        Assert.True(office.Page.QuerySelector("form.report")!.HasAttribute("data-refused"));
        Assert.NotNull(office.Page.QuerySelector("input[name=kinds][value=hamlet][checked]"));
        await office.Send("form.report", ("time", "16:00"), ("kinds", "hamlet"));
        Assert.Contains("0 trên 6 đơn vị đã trả lời", office.Text, StringComparison.Ordinal);

        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/my-work");
        Assert.Contains(
            "Quân số trực đêm",
            head.Page.QuerySelector("section[aria-labelledby=requests]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Quân số trực đêm",
            head.Page.QuerySelector("section[aria-labelledby=others]")?.TextContent ?? "",
            StringComparison.Ordinal
        );
        await head.Open(head.Page.QuerySelector("section[aria-labelledby=requests] a")!.GetAttribute("href")!);
        await head.Send("form.report", ("q1", "năm"));
        Assert.Equal("năm", Value(head, "q1"));
        await head.Send("form.report", ("q1", "5"), ("note", "Đủ quân số."));
        Assert.Contains("Đã gửi trả lời", head.Text, StringComparison.Ordinal);
        await head.Open("/my-work");
        Assert.Null(head.Page.QuerySelector("section[aria-labelledby=requests]"));
    }

    private static string? Value(Browser browser, string name) => browser.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
}
