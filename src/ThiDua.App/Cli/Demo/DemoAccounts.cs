using System.Text.Json;

namespace ThiDua.App.Cli.Demo;

/// <param name="Role">A code of <see cref="Security.Roles"/>, held at the unit.</param>
public sealed record DemoAccount(string UserName, string Password, string Who, string Role, string Unit);

/// <summary>The sample's accounts and its day, kept beside its database so that a second start can say them again. Sample only.</summary>
public sealed record DemoAccounts(DateOnly? Today, IReadOnlyList<DemoAccount> Accounts)
{
    public static string FileIn(string data) => Path.Combine(data, "sample-accounts.json");

    public static DemoAccounts Read(string data)
    {
        try
        {
            return JsonSerializer.Deserialize<DemoAccounts>(File.ReadAllText(FileIn(data)))!;
        }
        catch (JsonException)
        {
            throw new StartRefused($"{FileIn(data)}: tệp bị hỏng; chạy lại với --fresh. / The file is damaged; run again with --fresh.");
        }
    }

    public void Write(string data) => File.WriteAllText(FileIn(data), JsonSerializer.Serialize(this));

    public async Task Say(TextWriter output)
    {
        await output.WriteLineAsync("Tài khoản mẫu (sample accounts):");
        foreach (var (userName, password, who, role, unit) in Accounts)
            await output.WriteLineAsync($"  {userName, -12} {password}  {role, -14}  {who}, {unit}");
    }
}
