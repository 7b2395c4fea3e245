namespace ThiDua.EndToEnd;

public sealed class UnitsJourney(Demo demo)
{
    [Fact]
    public async Task Units_are_found_without_diacritics_and_added_by_keyboard()
    {
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/units");
        await page.FillAsync("#q", "cong an xa");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("table");
        Assert.Contains("Công an xã", await page.InnerTextAsync("table"), StringComparison.Ordinal);

        await page.GotoAsync("/units");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm đơn vị" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#Name");
        await page.IsWell("unit-add");
        await page.FillAsync("#Name", "Chi hội Người cao tuổi");
        await page.FocusAsync("main button.main");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.EndsWith("/add", StringComparison.Ordinal));
        Assert.Contains("Chi hội Người cao tuổi", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_acts_on_a_unit_fit_and_say_what_they_will_do()
    {
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/units");
        var hamlet = (await page.Locator("main table a").Filter(new() { HasTextRegex = new("^Ấp ") }).First.GetAttributeAsync("href"))!;
        foreach (var act in new[] { "change", "move", "merge", "split", "close" })
        {
            await page.GotoAsync($"{hamlet}/{act}");
            await page.IsWell($"unit-{act}");
        }
        await page.GotoAsync($"{hamlet}/move");
        await page.FillAsync("main input[type=search], main input[name=q]", "van phong");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => u.Contains("q=", StringComparison.Ordinal));
        await page.IsWell("unit-move-found");
    }

    [Fact]
    public async Task An_officer_does_not_see_other_units()
    {
        var page = await demo.SignedIn("ap1");
        await page.GotoAsync("/units");
        Assert.DoesNotContain("Công an xã", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var foreign = await page.GotoAsync("/admin");
        Assert.Equal(404, foreign!.Status);
    }
}
