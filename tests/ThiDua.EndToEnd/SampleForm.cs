using System.Globalization;
using ThiDua.App.Cli;
using ThiDua.App.Cli.Demo;
using ThiDua.App.Forms;
using ThiDua.App.Packs;

namespace ThiDua.EndToEnd;

/// <summary>Fills a register's form as its sample row has it, under another name and on another day.</summary>
internal sealed class SampleForm
{
    /// <summary>The day before the sample's last two.</summary>
    private const string Day = "2024-09-14",
        Later = "2024-09-30";

    public static Pack Pack { get; } = PackLoader.Load(Path.Combine(ServeOptions.DefaultPacks, "an-ninh-to-quoc")).Pack!;

    private static readonly IReadOnlyList<SampleRow> Rows =
    [
        .. SampleRows.Read(SampleRows.File),
        Own("household-groups", ("name", "Cụm nhà mới sau chợ"), ("first", "901"), ("last", "912"), ("date", Day)),
        Own(
            "outreach",
            ("date", Day),
            ("topic", "Phòng, chống lừa đảo qua mạng"),
            ("channel", "meeting"),
            ("attendance", "40"),
            ("reached", "241-244")
        ),
    ];

    private readonly SampleRow row;

    public SampleForm(string register)
    {
        Register = Pack.Register(register)!;
        row = Rows.First(r => r.Register == register);
        Title = Register.Form.Field(Register.Name)!.Kind is FieldKinds.Text or FieldKinds.Member ? Renamed(Register.Name) : null;
    }

    public RegisterDefinition Register { get; }

    /// <summary>What the row will be called, where that is typed.</summary>
    public string? Title { get; }

    /// <summary>Account that keeps it; the office for what is the commune's.</summary>
    public string Keeper => row.By == "xa" ? "vanphong" : row.By;

    /// <summary>What units are given to do the office writes.</summary>
    public bool IsGiven => Register.Flow == "assignment";

    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    public async Task Fill(IPage page)
    {
        var typed = new Dictionary<string, string>();
        foreach (var field in Register.Form.Fields)
            if (Value(field) is { } value)
            {
                typed[field.Code] = value;
                await Fill(page, field, value);
            }
        Typed = typed;
    }

    private string? Value(FormField field)
    {
        if (field.Code == Register.Date)
            return Day;
        if (field.Code == Register.Due || (field.Kind == FieldKinds.Date && field.Required && field.NotBefore == Register.Date))
            return Later;
        // Shapes are drawn in their own journey.
        if (field.Kind == FieldKinds.Shape)
            return null;
        if (!row.Values.TryGetValue(field.Code, out var values) || (field.Kind == FieldKinds.Date && field.NotBefore == Register.Date))
            return null;
        return field switch
        {
            { Kind: FieldKinds.Period, Unique: true } => "202406",
            { Kind: FieldKinds.Text } when field.Code == Register.Name || field.Unique => Renamed(field.Code),
            { Kind: FieldKinds.Member } => Renamed(field.Code),
            _ => string.Join(' ', values),
        };
    }

    private string Renamed(string field) => $"{row.Values[field][0]} (lần hai)";

    private static async Task Fill(IPage page, FormField field, string value)
    {
        switch (field.Kind)
        {
            case FieldKinds.Choice or FieldKinds.Choices or FieldKinds.YesNo:
                if (await page.Locator($"select[name='{field.Code}']").CountAsync() > 0)
                    await page.SelectOptionAsync($"select[name='{field.Code}']", value);
                else
                    foreach (var code in value.Split(' '))
                        await page.CheckAsync($"[name='{field.Code}'][value='{code}']");
                break;
            case FieldKinds.Unit or FieldKinds.Officer or FieldKinds.Row or FieldKinds.Task or FieldKinds.Target:
                await Choose(page, field);
                break;
            case FieldKinds.Households:
                await page.Locator($"input[type=text][name='{field.Code}']").FillAsync(value);
                break;
            default:
                await page.Field(field.Code).FillAsync(value);
                break;
        }
    }

    /// <summary>The first thing that is offered.</summary>
    private static async Task Choose(IPage page, FormField field)
    {
        if (!field.Many)
        {
            await page.SelectOptionAsync($"select[name='{field.Code}']", new SelectOptionValue { Index = 1 });
            return;
        }
        var folded = page.Locator($"details:not([open]):has([name='{field.Code}']) > summary");
        if (await folded.CountAsync() > 0)
            await folded.First.ClickAsync();
        await page.Locator($"[name='{field.Code}']").First.CheckAsync();
    }

    private static SampleRow Own(string register, params (string Field, string Value)[] values) =>
        new(register, "ap1", null, null, values.ToDictionary(v => v.Field, IReadOnlyList<string> (v) => [v.Value]));

    /// <summary>Feeds that this row counts into on its own day.</summary>
    public IEnumerable<RegisterFeed> Counting() =>
        Register.Feeds.Where(f =>
            f is { On: null, Latest: null } && f.Takes(Typed) && (f.Since is null || Typed.ContainsKey(f.Since)) && f.Counts(Of(f))
        );

    private static ThiDua.Measures.Period Of(RegisterFeed feed) =>
        App.Features.Registers.RegisterRules.PeriodOf(Pack.Indicator(feed.Indicator)!, DateOnly.Parse(Day, CultureInfo.InvariantCulture));
}
