namespace ThiDua.EndToEnd;

/// <summary>Whether a page can be used with a thumb, at the width of the narrowest phone.</summary>
internal static class Touch
{
    public const int Width = 360;

    // A link within a sentence is apart (WCAG 2.5.8, "Inline"); a box that is ticked is as large as the label that ticks it too.
    private const string Small = """
        () => {
          const shown = e => e.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && e.getClientRects().length > 0;
          const block = e => { while (e.parentElement && getComputedStyle(e).display.startsWith("inline")) e = e.parentElement; return e; };
          const inSentence = e => {
            if (!e.matches("a, button.link") || getComputedStyle(e).display !== "inline") return false;
            const around = block(e), copy = around.cloneNode(true);
            for (const c of copy.querySelectorAll("a, button, input, select, textarea, .sr, svg")) c.remove();
            return /\p{L}{2,}/u.test(copy.textContent);
          };
          const found = [];
          for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
            if (!shown(e) || e.disabled || e.closest(".sr, .skip") || e.matches(".sr, .skip") || inSentence(e)) continue;
            let { width, height } = e.getBoundingClientRect();
            for (const label of e.labels ?? []) {
              const box = label.getBoundingClientRect();
              if (e.matches("[type=checkbox], [type=radio]")) { height = Math.max(height, box.height); width = Math.max(width, width + box.width); }
            }
            if (width < 43.5 || height < 43.5)
              found.push(`${e.tagName.toLowerCase()} "${(e.textContent.trim() || e.name || e.id).slice(0, 40)}" ${Math.round(width)}×${Math.round(height)} in ${e.parentElement.tagName.toLowerCase()}.${e.parentElement.className}`);
          }
          return found;
        }
        """;

    private const string Broken = """
        () => {
          const found = [];
          for (const e of document.querySelectorAll("th, dt, dd, caption, label, legend, h1, h2, h3, td, figcaption, summary, .label")) {
            if (!e.checkVisibility({ checkVisibilityCSS: true }) || e.closest(".sr, thead, svg")) continue;
            const words = e.textContent.trim().split(/\s+/);
            if (words.length < 3 || e.querySelector("table, li, p, form, input, br")) continue;
            // Lines of text: an icon or a box around words is none.
            const [range, lines] = [document.createRange(), new Set()];
            const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
            for (let text; (text = texts.nextNode()); ) {
              range.selectNodeContents(text);
              for (const r of range.getClientRects()) if (r.width > 1) lines.add(Math.round(r.bottom / 6));
            }
            if (lines.size >= words.length) found.push(`${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 60)}" stands in ${lines.size} lines`);
          }
          return found;
        }
        """;

    /// <returns>What is wrong with the page, a line each.</returns>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        var faults = new List<string>(await page.EvaluateAsync<string[]>(Small));
        faults.AddRange(await page.EvaluateAsync<string[]>(Broken));
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0)
            faults.Add($"{wider} px wider than the window");
        return faults;
    }

    /// <summary>Every control of the page is large enough for a thumb, and no caption breaks word by word.</summary>
    public static async Task IsTouchable(this IPage page)
    {
        var faults = await page.Faults();
        Assert.True(faults.Count == 0, $"{page.Url}:\n{string.Join('\n', faults)}");
    }

    /// <summary>Whether it stands whole within the window, without scrolling.</summary>
    public static Task<bool> IsSeen(this ILocator locator) =>
        locator.EvaluateAsync<bool>(
            "e => { const box = e.getBoundingClientRect(); return box.height > 10 && box.top >= 0 && box.bottom <= innerHeight; }"
        );
}
