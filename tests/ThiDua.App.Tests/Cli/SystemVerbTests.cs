using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tests.Verify;

namespace ThiDua.App.Tests.Cli;

/// <summary>The verbs that work on a system, beside one that serves: what they print, and how they end.</summary>
public sealed class SystemVerbTests
{
    [Theory, BothEngines]
    public async Task Verify_ends_with_0_and_with_3_when_something_was_changed(Engine engine)
    {
        await using var system = await VerifyDesk.Begin(engine);
        var (code, output, error) = await Verb.On(system, "verify", "--json");
        Assert.Equal((0, ""), (code, error));
        Contract.Holds("verify", output);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(output).RootElement.GetProperty("first").ValueKind);
        await system.ByHand("UPDATE \"total\" SET \"Sum\" = \"Sum\" + 1");
        (code, output, _) = await Verb.On(system, "verify", "--json");
        Assert.Equal(3, code);
        Contract.Holds("verify", output);
        Assert.Equal("total", JsonDocument.Parse(output).RootElement.GetProperty("first").GetProperty("kind").GetString());
        (code, output, _) = await Verb.On(system, "verify");
        Assert.Equal(3, code);
        Assert.Contains("90001", output, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Export_prints_a_line_for_each_indicator(Engine engine)
    {
        await using var system = await VerifyDesk.Begin(engine);
        var (code, output, error) = await Verb.On(
            system,
            "export",
            "totals",
            "--unit",
            "90001",
            "--from",
            "202401",
            "--to",
            "2024Q2",
            "--as-of",
            "2024-06-30",
            "--basis",
            "all",
            "--json"
        );
        Assert.Equal((0, ""), (code, error));
        var lines = output.Trim().Split('\n');
        Assert.True(lines.Length > 10);
        Assert.All(lines, l => Contract.Holds("export totals", l));
        using var lit = JsonDocument.Parse(Assert.Single(lines, l => l.Contains("\"road.lit\"", StringComparison.Ordinal)));
        Assert.Equal(
            (6, "202401..2024Q2", "2024-06-30"),
            (
                lit.RootElement.GetProperty("value").GetInt32(),
                lit.RootElement.GetProperty("period").GetString(),
                lit.RootElement.GetProperty("asOf").GetString()
            )
        );
    }

    [Theory]
    [InlineData("không có đơn vị mang mã", "export", "totals", "--unit", "999", "--from", "2024", "--to", "2024")]
    [InlineData("không phải kỳ", "export", "totals", "--unit", "90001", "--from", "202413", "--to", "2024")]
    [InlineData("kỳ đầu phải trước kỳ cuối", "export", "totals", "--unit", "90001", "--from", "2024", "--to", "2023")]
    [InlineData("không phải ngày", "export", "totals", "--unit", "90001", "--from", "2024", "--to", "2024", "--as-of", "31/12/2024")]
    [InlineData("", "export", "totals", "--unit", "90001", "--from", "2024", "--to", "2024", "--basis", "some")]
    [InlineData("", "export", "totals", "--unit", "90001")]
    [InlineData("không mở được tệp", "import", "facts", "/không/có.csv", "--json")]
    [InlineData("không có lần nhập", "import", "undo", "abc")]
    [InlineData("", "verify", "--fast")]
    [InlineData("", "bay")]
    public async Task Input_that_cannot_be_used_ends_with_2(string says, params string[] arguments)
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (code, _, error) = await Verb.On(system, arguments);
        Assert.Equal(2, code);
        Assert.Contains(says, error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_folder_without_data_is_said_and_nothing_is_made_there()
    {
        var folder = Directory.CreateTempSubdirectory("thidua-none").FullName;
        var (code, output, error) = await Verb.Run("verify", "--data", folder, "--json");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("không có dữ liệu ở đây", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "thidua.db")));
        Directory.Delete(folder, recursive: true);
    }

    [Theory, BothEngines]
    public async Task Import_prints_what_became_of_the_rows(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var file = Path.Combine(system.DataFolder, "so-lieu.csv");
        await File.WriteAllTextAsync(
            file,
            "unit;indicator;period;value\n90001.A1;road.lit;202401;5\n",
            TestContext.Current.CancellationToken
        );
        foreach (var (kind, dry, applied) in new[] { ("facts", true, false), ("facts", false, true), ("baselines", true, false) })
        {
            var (code, output, error) = await Verb.On(
                system,
                ["import", kind, file, "--json", .. dry ? ["--dry-run"] : Array.Empty<string>()]
            );
            Assert.Equal((0, ""), (code, error));
            Contract.Holds("import " + kind, output);
            Assert.Equal(applied, JsonDocument.Parse(output).RootElement.GetProperty("applied").GetBoolean());
        }
        Assert.Equal(1, await system.Db(db => db.Facts.CountAsync()));
        await File.WriteAllTextAsync(file, "unit;indicator;period;value\nxx;road.lit;202401;5\n", TestContext.Current.CancellationToken);
        var (bad, json, words) = await Verb.On(system, "import", "facts", file, "--json");
        Assert.Equal(2, bad);
        Assert.Contains("so-lieu.csv:2", words, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(json);
        var mistake = Assert.Single(answer.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            (2, "unit", "unknown-unit"),
            (mistake.GetProperty("row").GetInt32(), mistake.GetProperty("column").GetString(), mistake.GetProperty("code").GetString())
        );
        Contract.Holds("import facts", json);
    }
}
