namespace ThiDua.EndToEnd;

/// <summary>A day's work with the keyboard alone.</summary>
public sealed class KeyboardJourney(Demo demo)
{
    [Fact]
    public async Task The_next_duty_is_opened_by_keyboard()
    {
        var page = await demo.SignedIn("truong2");
        await page.GotoAsync("/my-work");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator("a.skip");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.IsWell("keyboard-skip");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        var action = page.Locator(".duty a.main").First;
        await Assertions.Expect(action).ToBeFocusedAsync();
        Assert.NotEqual("none", await action.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
        var duty = await action.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(demo.Url + duty);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_menu_of_a_phone_opens_by_keyboard()
    {
        var page = await demo.SignedIn("truong2", phone: true);
        await page.GotoAsync("/my-work");
        var menu = page.Locator("header details.narrow");
        await menu.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(menu.Locator("nav")).ToBeVisibleAsync();
        await page.IsWell("keyboard-menu");
    }
}
