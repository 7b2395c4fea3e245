using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using ThiDua.Bench.Campaigns;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench;

/// <summary>
/// 100,000 figures from one .xlsx through the pages that people use: uploaded, read in the child, looked at, applied by a second
/// request. The server is a process of its own; its memory and that of the child are added up at each moment.
/// </summary>
internal static partial class ImportXlsx
{
    private const int Rows = 100_000;

    public static readonly string[] Names = ["import-xlsx.time", "import-xlsx.memory"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task Measure(Action<Result> print)
    {
        foreach (var name in BenchEngine.Names)
        {
            await using var engine = await BenchEngine.Create(name);
            var file = await Found(engine);
            using var server = await Server.Start(engine, Server.FreePort());
            using var memory = new PeakMemory(server.Id);
            var client = new Pages(server.Url);
            await client.SignIn();
            var watch = Stopwatch.StartNew();
            var page = await client.Upload(file);
            var looked = watch.Elapsed;
            if (!client.Page.Contains("handler=Apply", StringComparison.Ordinal))
                throw new InvalidOperationException(Pages.Text(client.Page));
            await client.Apply(page);
            var seconds = watch.Elapsed.TotalSeconds;
            NationRows.Say($"{name}: {new FileInfo(file).Length / 1e6:0.0} MB, looked at", looked);
            if (!client.Page.Contains("handler=Undo", StringComparison.Ordinal))
                throw new InvalidOperationException(Pages.Text(client.Page));
            print(new(Names[0], seconds, "s", 30, name));
            print(new(Names[1], memory.End() / 1e6, "MB", 300, name));
            await server.Stop();
        }
    }

    /// <summary>Units and a person; the rows of a nation's file, as a workbook.</summary>
    private static async Task<string> Found(BenchEngine engine)
    {
        var files = new NationFiles(0.1);
        await using (var system = await NationSystem.Start(engine, null))
            await system.Found(files);
        var (paths, _) = await files.WriteFacts(engine.Folder);
        var rows = paths
            .SelectMany(p => File.ReadLines(p).Skip(1))
            .Select(l => l.Split(','))
            .GroupBy(c => c[0])
            // Whole units: a part without its whole would be above it.
            .Aggregate(new List<string[]>(), (all, unit) => all.Count < Rows ? With(all, unit) : all)
            .Select(c => new Dictionary<string, object>
            {
                ["Đơn vị"] = c[0],
                ["Chỉ số"] = c[1],
                ["Kỳ"] = c[2],
                ["Số liệu"] = int.Parse(c[3], CultureInfo.InvariantCulture),
            });
        var file = Path.Combine(engine.Folder, "so-lieu.xlsx");
        MiniExcel.SaveAs(file, rows);
        foreach (var path in paths)
            File.Delete(path);
        return file;
    }

    private static List<string[]> With(List<string[]> all, IEnumerable<string[]> more)
    {
        all.AddRange(more);
        return all;
    }

    /// <summary>The pages of one import, without scripts.</summary>
    private sealed partial class Pages(string url)
    {
        private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new(url), Timeout = Patience };

        public string Page { get; private set; } = "";

        public async Task SignIn()
        {
            Page = await http.GetStringAsync("/sign-in");
            using var form = new FormUrlEncodedContent([
                new("userName", NationSystem.UserName),
                new("password", NationSystem.Password),
                Token(),
            ]);
            (await http.PostAsync("/sign-in", form)).EnsureSuccessStatusCode();
        }

        /// <returns>Address of the import.</returns>
        public async Task<string> Upload(string file)
        {
            Page = await http.GetStringAsync("/imports/figures");
            await using var content = File.OpenRead(file);
            using var form = new MultipartFormDataContent
            {
                { new StreamContent(content), "file", "so-lieu.xlsx" },
                { new StringContent(Token().Value), "__RequestVerificationToken" },
            };
            return await Settle(await http.PostAsync("/imports/figures", form));
        }

        public async Task Apply(string page)
        {
            using var form = new FormUrlEncodedContent([new("looked", "true"), Token()]);
            await Settle(await http.PostAsync($"{page}?handler=Apply", form));
        }

        public static string Text(string page) => Tags().Replace(page[Math.Max(0, page.IndexOf("<main", StringComparison.Ordinal))..], " ");

        /// <summary>Looks again as the page does by itself.</summary>
        private async Task<string> Settle(HttpResponseMessage answer)
        {
            var place = answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.AbsolutePath;
            Page = await answer.Content.ReadAsStringAsync();
            for (var begun = Stopwatch.StartNew(); Page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal); )
            {
                if (begun.Elapsed > Patience)
                    throw new TimeoutException(Text(Page));
                await Task.Delay(250);
                Page = await http.GetStringAsync(place);
            }
            return place;
        }

        private KeyValuePair<string, string> Token() => new("__RequestVerificationToken", TokenOf().Match(Page).Groups[1].Value);

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex TokenOf();

        [GeneratedRegex("<[^>]+>|\\s+")]
        private static partial Regex Tags();
    }
}
