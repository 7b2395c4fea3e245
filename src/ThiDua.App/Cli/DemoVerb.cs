using System.CommandLine;
using ThiDua.App.Cli.Demo;
using ThiDua.App.Data;

namespace ThiDua.App.Cli;

/// <summary><c>thidua demo</c>: a whole campaign with sample data, from a real plan document, in one command.</summary>
public static class DemoVerb
{
    public static Command Build()
    {
        var plan = new Option<string?>("--plan")
        {
            Description = "tệp kế hoạch; mặc định là kế hoạch mẫu / the plan document; the sample plan by default",
        };
        var data = new Option<string>("--data")
        {
            Description = "thư mục dữ liệu mẫu / folder for the sample data",
            DefaultValueFactory = _ => Path.Combine("data", "demo"),
        };
        var port = new Option<int>("--port")
        {
            Description = "cổng; 0 để hệ thống chọn / port; 0 lets the system choose",
            DefaultValueFactory = _ => 5080,
        };
        var fresh = new Option<bool>("--fresh") { Description = "xóa dữ liệu mẫu cũ và tạo lại / starts again with a new sample" };
        var packs = ServeVerb.PacksOption();
        var verb = new Command("demo", "Chạy thử với dữ liệu mẫu từ một kế hoạch thật / a system with sample data, from a real plan")
        {
            plan,
            data,
            port,
            fresh,
            packs,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                ServeVerb.Guarded(() =>
                    Run(
                        parsed.GetValue(plan) ?? SamplePlan,
                        Path.GetFullPath(parsed.GetValue(data)!),
                        parsed.GetValue(port),
                        parsed.GetValue(fresh),
                        parsed.GetValue(packs)!,
                        cancellationToken
                    )
                )
        );
        return verb;
    }

    private static string SamplePlan => Path.Combine(ServeOptions.Beside("samples"), "ke-hoach-thi-dua-2024.docx");

    private static async Task<int> Run(string plan, string data, int port, bool fresh, string packs, CancellationToken cancellationToken)
    {
        if (fresh)
            Remove(data);
        // The name works for passkeys; the number is what the system can choose a port for.
        var urls = port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}";
        var options = new ServeOptions(data, urls, packs, Postgres: null, Sample: true);
        var made = File.Exists(DemoAccounts.FileIn(data))
            ? DemoAccounts.Read(data)
            : await DemoSeed.Make(plan, options, Console.Error, cancellationToken);
        // Writing the sample takes far more memory than serving it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await using var app = await App.Start(options with { Today = made.Today }, cancellationToken);
        await made.Say(Console.Out);
        Console.WriteLine($"ready {app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}");
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }

    /// <summary>Removes only what a demo made: a folder without its accounts file is somebody else's.</summary>
    private static void Remove(string data)
    {
        if (!Directory.Exists(data))
            return;
        if (!File.Exists(DemoAccounts.FileIn(data)) && Directory.EnumerateFileSystemEntries(data).Any())
            throw new StartRefused(
                $"{data}: không phải thư mục dữ liệu mẫu, không xóa. / Not a folder of sample data; it was not touched."
            );
        Directory.Delete(data, recursive: true);
    }
}
