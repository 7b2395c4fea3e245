namespace ThiDua.EndToEnd;

/// <summary>Writing and moving rows of registers.</summary>
internal static class RowSteps
{
    /// <summary>Does an act of the flow with a row, over the fold of those that take a word.</summary>
    public static async Task Act(this IPage page, string row, string act)
    {
        await page.GotoAsync(row);
        var folded = page.Locator($"details:not([open]):has(button[value={act}]) > summary");
        if (await folded.CountAsync() > 0)
            await folded.ClickAsync();
        await page.Press(page.Locator($"button[name=act][value={act}]"));
        await page.GotoAsync(row);
    }

    /// <summary>A new row under another, over its page; for another unit where the first value says which.</summary>
    public static async Task<string> AddBelow(this IPage page, string row, string register, params (string Field, string Value)[] values)
    {
        if (values[0].Field == "_unit")
            await page.GotoAsync($"/registers/{register}/new?unit=-&of={row.Split('/')[^1]}");
        else
        {
            await page.GotoAsync(row);
            await page.Press(page.Locator($"main a[href^='/registers/{register}/new?of=']"));
        }
        return await Save(page, values);
    }

    /// <returns>The address of the new row.</returns>
    public static async Task<string> Add(this IPage page, string address, params (string Field, string Value)[] values)
    {
        await page.GotoAsync(address);
        return await Save(page, values);
    }

    private static async Task<string> Save(IPage page, (string Field, string Value)[] values)
    {
        if (await page.Locator("select#unit").CountAsync() > 0)
        {
            await page.SelectOptionAsync("#unit", new SelectOptionValue { Label = values[0].Value });
            await page.Press(page.Button("Tiếp tục"));
        }
        foreach (var (field, value) in values.Where(v => v.Field != "_unit"))
            await page.FillRow(field, value);
        await page.Press(page.Button("Lưu vào sổ"));
        Assert.True(page.Url.Contains("/registers/rows/", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Whatever the field is: a choice by its code or its words, else what is typed.</summary>
    public static async Task FillRow(this IPage page, string field, string value)
    {
        var folded = page.Locator($"details:not([open]):has([name='{field}']) > summary");
        if (await folded.CountAsync() > 0)
            await folded.First.ClickAsync();
        if (await page.Locator($"[name='{field}'][value='{value}']").CountAsync() > 0)
            await page.CheckAsync($"[name='{field}'][value='{value}']");
        else if (await page.Locator($"[type=checkbox][name='{field}']").CountAsync() > 0)
            await page.Locator($"label:has([type=checkbox][name='{field}'])").Filter(new() { HasText = value }).First.ClickAsync();
        else if (await page.Locator($"select[name='{field}']").CountAsync() > 0)
        {
            var option = page.Locator($"select[name='{field}'] option[value='{value}']");
            if (await option.CountAsync() == 0)
                option = page.Locator($"select[name='{field}'] option").Filter(new() { HasText = value }).First;
            await page.SelectOptionAsync(
                $"select[name='{field}']",
                new SelectOptionValue { Value = await option.GetAttributeAsync("value") }
            );
        }
        else
            await page.Field(field).FillAsync(value);
    }
}
