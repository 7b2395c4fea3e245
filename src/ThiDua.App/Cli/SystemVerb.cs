using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ThiDua.App.Security;

namespace ThiDua.App.Cli;

/// <summary>
/// What verbs share that work on a system: its address, its services in one scope, JSON on standard output, words on standard
/// error.
/// </summary>
internal static class SystemVerb
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The options that say which system, and how they are read.</summary>
    internal sealed class Address
    {
        private readonly Option<string> data = new("--data")
        {
            Description = "thư mục dữ liệu / data folder",
            DefaultValueFactory = _ => Path.Combine("data", "thidua"),
        };

        private readonly Option<string> packs = ServeVerb.PacksOption();
        private readonly Option<string?> database = ServeVerb.DatabaseOption();

        public void AddTo(Command verb)
        {
            verb.Add(data);
            verb.Add(packs);
            verb.Add(database);
        }

        public ServeOptions Of(ParseResult parsed, bool sample = false) =>
            new(
                Path.GetFullPath(parsed.GetValue(data)!),
                "http://localhost:0",
                parsed.GetValue(packs)!,
                parsed.GetValue(database),
                Sample: sample
            );
    }

    internal static Option<bool> JsonOption() => new("--json") { Description = "in JSON / prints JSON" };

    /// <summary>Opens a system that is there, as its operator, and works in one scope.</summary>
    public static Task<int> Open(ServeOptions options, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) =>
        Within(options, Startup.Open, work, cancellationToken);

    /// <summary>The same after it was made, or brought to this version.</summary>
    public static Task<int> Prepare(ServeOptions options, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken) =>
        Within(options, Startup.Prepare, work, cancellationToken);

    public static void Print<T>(T answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <summary>Says why the input cannot be used.</summary>
    public static int Refuse(string words)
    {
        Console.Error.WriteLine(words);
        return CommandLine.BadInput;
    }

    private static async Task<int> Within(
        ServeOptions options,
        Func<IServiceProvider, ServeOptions, CancellationToken, Task> start,
        Func<IServiceProvider, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        // Messages have no language of their own until one is chosen.
        System.Globalization.CultureInfo.CurrentUICulture = App.Vietnamese;
        try
        {
            await using var app = App.Services(options).Build();
            await start(app.Services, options, cancellationToken);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().ActAsOperator();
            return await work(scope.ServiceProvider);
        }
        catch (StartRefused refused)
        {
            return Refuse(refused.Message);
        }
    }
}
