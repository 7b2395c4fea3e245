using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using ThiDua.Bench.Campaigns;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench;

/// <summary>
/// 100,000 figures, then 100,000 rows of a register, each from one .xlsx, through the pages that people use: uploaded, read in the
/// child, looked at, applied by a second request. The server is a process of its own; its memory and that of the child are added up
/// at each moment.
/// </summary>
internal static partial class ImportXlsx
{
    private const int Rows = 100_000;

    private static readonly string[] Figure = ["import-xlsx.time", "import-xlsx.memory", "import-xlsx.undo"],
        Session = ["import-rows.time", "import-rows.memory", "import-rows.undo"];

    public static readonly string[] Names = [.. Figure, .. Session];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task Measure(Func<string, bool> wanted, Action<Result> print)
    {
        foreach (var name in BenchEngine.Names)
        {
            if (Figure.Any(wanted))
                await Measure(name, "import-xlsx", "/imports/figures", Figures, print);
            if (Session.Any(wanted))
                await Measure(name, "import-rows", "/registers/outreach/import", Sessions, print);
        }
    }

    private static async Task Measure(
        string name,
        string what,
        string address,
        Func<BenchEngine, NationFiles, Task<string>> write,
        Action<Result> print
    )
    {
        await using var engine = await BenchEngine.Create(name);
        var files = new NationFiles(0.1);
        await using (var system = await NationSystem.Start(engine, null))
            await system.Found(files);
        var file = await write(engine, files);
        using var server = await Server.Start(engine, Server.FreePort());
        using var memory = new PeakMemory(server.Id);
        var client = new Pages(server.Url, address);
        await client.SignIn();
        var watch = Stopwatch.StartNew();
        var page = await client.Upload(file);
        var looked = watch.Elapsed;
        if (!client.Page.Contains("handler=Apply", StringComparison.Ordinal))
            throw new InvalidOperationException(Pages.Text(client.Page));
        await client.Send(page, "Apply");
        var seconds = watch.Elapsed.TotalSeconds;
        NationRows.Say($"{what} {name}: {new FileInfo(file).Length / 1e6:0.0} MB, looked at", looked);
        if (!client.Page.Contains("handler=Undo", StringComparison.Ordinal))
            throw new InvalidOperationException(Pages.Text(client.Page));
        print(new($"{what}.time", seconds, "s", 30, name));
        using (var process = Process.GetProcessById(server.Id))
            print(new($"{what}.cpu", process.TotalProcessorTime.TotalSeconds, "s", null, name));
        print(new($"{what}.memory", memory.End() / 1e6, "MB", 300, name));
        watch.Restart();
        await client.Send(page, "Undo");
        if (client.Page.Contains("handler=Undo", StringComparison.Ordinal))
            throw new InvalidOperationException(Pages.Text(client.Page));
        print(new($"{what}.undo", watch.Elapsed.TotalSeconds, "s", null, name));
        await server.Stop();
    }

    /// <summary>The rows of a nation's file, as a workbook.</summary>
    private static async Task<string> Figures(BenchEngine engine, NationFiles files)
    {
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

    /// <summary>Sessions of outreach in many hamlets, over a year.</summary>
    private static async Task<string> Sessions(BenchEngine engine, NationFiles files)
    {
        var units = Path.Combine(engine.Folder, "units.csv");
        await files.WriteUnits(units);
        var lines = File.ReadLines(units).Select(l => l.Split(',')).ToList();
        var (code, kind) = (Array.IndexOf(lines[0], "code"), Array.IndexOf(lines[0], "kind"));
        var hamlets = lines.Skip(1).Where(l => l[kind] == "hamlet").Select(l => l[code]).Take(1_000).ToList();
        string[] forms = ["Họp dân, sinh hoạt tổ", "Đến từng hộ", "Sinh hoạt chi hội, đoàn thể"];
        var rows = Enumerable
            .Range(0, Rows)
            .Select(at => new Dictionary<string, object>
            {
                ["Đơn vị"] = hamlets[at % hamlets.Count],
                ["Ngày tổ chức"] = new DateOnly(2024, 1, 1).AddDays(at * 7 % 366).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                ["Nội dung tuyên truyền"] = $"Phòng, chống lừa đảo qua mạng, buổi {at}",
                ["Hình thức"] = forms[at % forms.Length],
                ["Địa điểm"] = "Nhà văn hóa ấp",
                ["Số lượt người dự"] = 20 + at % 60,
                ["Số hộ có người dự"] = 10 + at % 10,
            });
        var file = Path.Combine(engine.Folder, "buoi.xlsx");
        MiniExcel.SaveAs(file, rows);
        return file;
    }

    private static List<string[]> With(List<string[]> all, IEnumerable<string[]> more)
    {
        all.AddRange(more);
        return all;
    }

    /// <summary>The pages of one import, without scripts.</summary>
    private sealed partial class Pages(string url, string address)
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
            Page = await http.GetStringAsync(address);
            await using var content = File.OpenRead(file);
            using var form = new MultipartFormDataContent
            {
                { new StreamContent(content), "file", "so-lieu.xlsx" },
                { new StringContent(Token().Value), "__RequestVerificationToken" },
            };
            return await Settle(await http.PostAsync(address, form));
        }

        public async Task Send(string page, string act)
        {
            using var form = new FormUrlEncodedContent([new("looked", "true"), Token()]);
            await Settle(await http.PostAsync($"{page}?handler={act}", form));
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
