using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ThiDua.App.Tests.Support;

/// <summary>A browser without JavaScript: it opens pages, follows links, fills in and sends forms with their hidden fields.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Client => client;
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");
    public HttpStatusCode Status { get; private set; }
    public string Path { get; private set; } = "/";
    public HttpResponseMessage Answer { get; private set; } = new();

    /// <summary>The text of the page's main part, white space folded.</summary>
    public string Text => Fold((Page.QuerySelector("main") ?? Page.DocumentElement).TextContent);

    public Task<IHtmlDocument> Open(string path) => Take(client.GetAsync(path));

    public async Task SignIn(TestAccount who)
    {
        await Open("/sign-in");
        await Send("form:not([action])", ("userName", who.UserName), ("password", TestAccount.Password));
        if (Path.StartsWith("/sign-in", StringComparison.Ordinal))
            throw new InvalidOperationException($"{who.UserName} was not signed in: {Text}");
    }

    /// <summary>By the button at the top of each page.</summary>
    public Task<IHtmlDocument> SignOut()
    {
        var form = (IHtmlFormElement)Page.QuerySelector("header form[action='/sign-out']")!;
        return Take(client.PostAsync("/sign-out", new FormUrlEncodedContent(Fields(form))));
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<IHtmlDocument> Follow(string text)
    {
        var link =
            Page.QuerySelectorAll("main a").FirstOrDefault(a => Fold(a.TextContent) == text)
            ?? throw new InvalidOperationException($"No link '{text}' in: {Text}");
        return Open(new Uri(new Uri("http://localhost" + Path), link.GetAttribute("href")!).PathAndQuery);
    }

    /// <summary>Sends a form as it stands, with some fields filled in (null leaves one out), as if by its first button or the one
    /// named.</summary>
    public Task<IHtmlDocument> Send(string form, params (string Name, string? Value)[] filled) => Send(form, null, filled);

    public Task<IHtmlDocument> Send(string form, string? button, params (string Name, string? Value)[] filled)
    {
        var found =
            Page.QuerySelector($"main {form}") as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{form}' in: {Text}");
        var pressed =
            found.QuerySelectorAll("button").Cast<IHtmlButtonElement>().FirstOrDefault(b => button is null || Fold(b.TextContent) == button)
            ?? throw new InvalidOperationException($"No button '{button}' in the form.");
        var fields = Fields(found).Where(f => filled.All(x => x.Name != f.Key)).ToList();
        fields.AddRange(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        if (pressed.Name is { Length: > 0 } name)
            fields.Add(new(name, pressed.Value));
        var target = pressed.GetAttribute("formaction") ?? found.GetAttribute("action") ?? Path;
        return found.Method == "get"
            ? Open(target.Split('?', '#')[0] + "?" + new FormUrlEncodedContent(fields).ReadAsStringAsync().Result)
            : Take(client.PostAsync(target, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Sends a form with one file.</summary>
    public Task<IHtmlDocument> Upload(string form, string field, string fileName, byte[] content)
    {
        var found =
            Page.QuerySelector($"main {form}") as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{form}' in: {Text}");
        var body = new MultipartFormDataContent { { new ByteArrayContent(content), field, fileName } };
        foreach (var (name, value) in Fields(found))
            body.Add(new StringContent(value), name);
        return Take(client.PostAsync(found.GetAttribute("action") ?? Path, body));
    }

    public void Dispose() => client.Dispose();

    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IHtmlDocument> Take(Task<HttpResponseMessage> asked)
    {
        Answer = await asked;
        Status = Answer.StatusCode;
        Path = Answer.RequestMessage!.RequestUri!.PathAndQuery;
        return Page = Parser.ParseDocument(await Answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
        form.Elements.SelectMany(e =>
            e switch
            {
                IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input
                    when input.Type is not ("file" or "submit") && (input.Type is not ("checkbox" or "radio") || input.IsChecked) =>
                [
                    KeyValuePair.Create(input.Name!, input.Value),
                ],
                IHtmlTextAreaElement { Name.Length: > 0 } area => [KeyValuePair.Create(area.Name!, area.Value)],
                IHtmlSelectElement { Name.Length: > 0 } select => [KeyValuePair.Create(select.Name!, select.Value ?? "")],
                _ => Array.Empty<KeyValuePair<string, string>>(),
            }
        );
}
