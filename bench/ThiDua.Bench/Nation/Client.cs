using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ThiDua.Bench.Nation;

/// <summary>One figure as the interface takes it.</summary>
internal sealed record PostedFact(string Unit, string Indicator, string Period, long Value);

/// <summary>A person at work over HTTP, signed in through the page.</summary>
internal sealed partial class Client : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient http;
    private string? token;

    private Client(string url) =>
        http = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = true,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = new(url),
        };

    public static async Task<Client> SignIn(string url, string userName = NationSystem.UserName, string password = NationSystem.Password)
    {
        var client = new Client(url);
        client.token = TokenOf(await client.http.GetStringAsync("/sign-in"));
        var answer = await client.http.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent([
                new("userName", userName),
                new("password", password),
                new("__RequestVerificationToken", client.token),
            ])
        );
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"sign-in: {answer.StatusCode}");
        client.token = null;
        return client;
    }

    /// <summary>Several of them, one after the other: hashing a password is slow on purpose.</summary>
    public static async Task<IReadOnlyList<Client>> SignIn(string url, int count)
    {
        var clients = new List<Client>();
        while (clients.Count < count)
            clients.Add(await SignIn(url));
        return clients;
    }

    /// <returns>When it was acknowledged; anything else throws.</returns>
    public async Task Send(PostedFact fact, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/facts")
        {
            Content = JsonContent.Create(new { facts = new[] { fact } }, options: Json),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"POST /api/v1/facts: {(int)answer.StatusCode} "
                    + $"{(await answer.Content.ReadAsStringAsync())[..Math.Min(400, (int)(answer.Content.Headers.ContentLength ?? 0))]}"
            );
    }

    /// <summary>Sends the form of a report as a browser does; the next page is not loaded.</summary>
    public async Task Submit(string unit, string campaign, string period, IEnumerable<(string Indicator, long Value)> figures)
    {
        var path = $"/reports/{unit}/{campaign}/{period}";
        token ??= TokenOf(await http.GetStringAsync(path));
        var fields = new List<KeyValuePair<string, string>>
        {
            new("__RequestVerificationToken", token),
            new("act", "send"),
            new("version", "0"),
        };
        foreach (var (indicator, value) in figures)
        {
            fields.Add(new(indicator, value.ToString(CultureInfo.InvariantCulture)));
            fields.Add(new($"comment.{indicator}", "Số liệu đã đối chiếu."));
        }
        using var answer = await http.PostAsync(path, new FormUrlEncodedContent(fields));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode}, not sent");
    }

    /// <summary>Sends a form with files as a browser does; the next page is not loaded.</summary>
    public async Task Post(string path, IEnumerable<(string Name, string Value)> fields, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        token ??= TokenOf(await http.GetStringAsync(path));
        using var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            body.Add(new ByteArrayContent(content) { Headers = { ContentType = new("image/jpeg") } }, name, "anh.jpg");
        using var answer = await http.PostAsync(path, body);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode}, not saved");
    }

    /// <returns>How many bytes went over the wire, compressed as a browser asks for it.</returns>
    public async Task<int> Page(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>The whole figure of a campaign's first target for a unit, as the interface shows it; null while it has none.</summary>
    public async Task<decimal?> Shown(string campaign, string unit)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/campaigns/{campaign}/progress?unit={unit}"));
        var targets = answer.RootElement.GetProperty("targets");
        return targets.GetArrayLength() > 0 && targets[0].GetProperty("total").TryGetProperty("value", out var value)
            ? value.GetDecimal()
            : null;
    }

    public void Dispose() => http.Dispose();

    private static string TokenOf(string page) =>
        Token().Match(page) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException("no form on this page");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
