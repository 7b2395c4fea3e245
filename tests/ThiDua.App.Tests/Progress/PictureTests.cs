using System.Net;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Progress;

public sealed class PictureTests
{
    [Theory, BothEngines]
    public async Task A_target_and_a_campaign_can_be_taken_as_a_picture_by_who_may_see_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        var root = $"/progress/{system.World.Campaign}/picture";
        var target = (await system.Target("crime.cleared-rate")).PublicId;
        using var office = await system.Browser(system.World.OfficeHead);
        foreach (var (address, says) in new[] { ($"{root}?target={target}", "Tỷ lệ khám phá án"), (root, "3/8") })
        {
            await office.Open(address);
            Assert.Equal(HttpStatusCode.OK, office.Status);
            var image = office.Page.QuerySelector("main img");
            Assert.Contains(says, image?.GetAttribute("alt") ?? office.Text, StringComparison.Ordinal);
            Assert.Contains("Tính đến ngày 15/5/2024", image?.GetAttribute("alt") ?? office.Text, StringComparison.Ordinal);
            if (image is null)
                continue;
            var answer = await office.Client.GetAsync(image.GetAttribute("src"), TestContext.Current.CancellationToken);
            Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
            Assert.Null(answer.Content.Headers.ContentDisposition);
            using var drawn = SkiaSharp.SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.True(drawn.Width == 1080 && drawn.Height >= 720, $"{drawn.Width}×{drawn.Height}");
        }
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"{root}?unit={system.World.Commune.PublicId}");
        Assert.Equal(HttpStatusCode.NotFound, head.Status);
        await office.Open($"{root}?target=nothing");
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
    }
}
