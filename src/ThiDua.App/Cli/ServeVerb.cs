using System.CommandLine;
using ThiDua.App.Maps;
using ThiDua.App.Notices.Mail;

namespace ThiDua.App.Cli;

public static class ServeVerb
{
    public static Command Build()
    {
        var data = new Option<string>("--data")
        {
            Description = "thư mục dữ liệu / data folder",
            DefaultValueFactory = _ => Path.Combine("data", "thidua"),
        };
        var urls = new Option<string>("--urls")
        {
            Description = "địa chỉ lắng nghe / addresses to listen on",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var packs = PacksOption();
        var database = DatabaseOption();
        var (tiles, credit) = TileOptions();
        var (smtp, from, site) = MailOptions();
        var verb = new Command(
            "serve",
            "Chạy hệ thống; lần đầu mở trang tạo tài khoản quản trị / serves; the first run creates the administrator"
        )
        {
            data,
            urls,
            packs,
            database,
            tiles,
            credit,
            smtp,
            from,
            site,
        };
        verb.SetAction(
            (parsed, cancellationToken) =>
                Guarded(() =>
                    Run(
                        new ServeOptions(
                            Path.GetFullPath(parsed.GetValue(data)!),
                            parsed.GetValue(urls)!,
                            parsed.GetValue(packs)!,
                            parsed.GetValue(database)
                        )
                        {
                            Tiles = Tiles(parsed.GetValue(tiles), parsed.GetValue(credit)),
                            Mail = Mail(parsed.GetValue(smtp), parsed.GetValue(from), parsed.GetValue(site)),
                        },
                        cancellationToken
                    )
                )
        );
        return verb;
    }

    public static Option<string> PacksOption() =>
        new("--packs") { Description = "thư mục bộ mẫu / folder of packs", DefaultValueFactory = _ => ServeOptions.DefaultPacks };

    public static Option<string?> DatabaseOption() =>
        new("--database")
        {
            Description =
                "chuỗi kết nối PostgreSQL; bỏ trống dùng SQLite trong thư mục dữ liệu / PostgreSQL connection string; SQLite when left out",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("THIDUA_DATABASE"),
        };

    private static (Option<string?> Tiles, Option<string?> Credit) TileOptions() =>
        (
            new("--tiles")
            {
                Description = "máy chủ ảnh bản đồ nền, có {z}, {x}, {y}; bỏ trống thì không dùng / tiles under the map that is drawn on",
            },
            new("--tiles-credit") { Description = "ghi nguồn của ảnh bản đồ nền / whose tiles they are" }
        );

    /// <summary>The server's words hold a password: they may stand in the environment, which others do not see.</summary>
    private static (Option<string?> Server, Option<string?> From, Option<string?> Site) MailOptions() =>
        (
            new("--smtp")
            {
                Description = "máy chủ gửi thư (hoặc biến THIDUA_SMTP); bỏ trống thì không gửi / mail server, smtp://…; none when left out",
                DefaultValueFactory = _ => Environment.GetEnvironmentVariable("THIDUA_SMTP"),
            },
            new("--mail-from") { Description = "địa chỉ người gửi thư / the sender of e-mail" },
            new("--site") { Description = "địa chỉ của hệ thống ghi trong thư / where the links in e-mail lead" }
        );

    private static MailSetting Mail(string? server, string? from, string? site) =>
        string.IsNullOrEmpty(server) ? MailSetting.None
        : MailServer.Parse(server, from, site) is { } parsed ? new(parsed)
        : throw new StartRefused(
            "--smtp: cần smtp://máy-chủ:cổng, --mail-from, --site https://… / an smtp:// address, a sender, an https:// site."
        );

    private static MapTiles Tiles(string? address, string? credit) =>
        MapTiles.Parse(address, credit)
        ?? throw new StartRefused(
            $"--tiles {address}: cần địa chỉ https có {{z}}, {{x}}, {{y}} / an address with {{z}}, {{x}} and {{y}} is needed."
        );

    /// <summary>What a verb says when it cannot start: one line that tells what to do, and its exit code.</summary>
    internal static async Task<int> Guarded(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (StartRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return CommandLine.BadInput;
        }
        catch (IOException busy)
        {
            await Console.Error.WriteLineAsync($"Không mở được cổng hoặc tệp / a port or file cannot be opened: {busy.Message}");
            return CommandLine.Failed;
        }
    }

    private static async Task<int> Run(ServeOptions options, CancellationToken cancellationToken)
    {
        await using var app = await App.Start(options, cancellationToken);
        await SayFirstRunCode(app.Services);
        Console.WriteLine($"ready {app.Urls.First()}");
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }

    private static async Task SayFirstRunCode(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<Shared.SystemState>().IsSetUp())
            Console.WriteLine(
                $"Hệ thống đang trống; mã thiết lập (set-up code): {services.GetRequiredService<Features.Accounts.FirstRun.FirstRunCode>().Value}"
            );
    }
}

/// <param name="Data">Folder for the SQLite file, uploads and keys.</param>
/// <param name="Today">The day that the sample system pretends to live in; null for the real clock.</param>
/// <param name="Sample">Sample data: never mixed with a real database.</param>
public sealed record ServeOptions(string Data, string Urls, string Packs, string? Postgres, bool Sample = false, DateOnly? Today = null)
{
    public MapTiles Tiles { get; init; } = MapTiles.None;
    public MailSetting Mail { get; init; } = MailSetting.None;

    public static string DefaultPacks => Beside("packs");

    /// <summary>A folder that ships with the program: beside it when published, else found upwards from it (a checkout).</summary>
    public static string Beside(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, name)))
                return Path.Combine(folder.FullName, name);
        return Path.Combine(AppContext.BaseDirectory, name);
    }
}

/// <summary>The system cannot start with these options; the message says why and what to do.</summary>
public sealed class StartRefused(string message) : Exception(message);
