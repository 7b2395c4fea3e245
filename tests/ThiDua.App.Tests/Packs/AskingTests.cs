using ThiDua.App.Packs;
using ThiDua.App.Packs.Checks;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Tests.Packs;

/// <summary>Whatever asks about a person is refused with file, line and reason; whatever asks about work is not.</summary>
public sealed class AskingTests
{
    private const string File = "registers/trial.yaml";

    private const string Yaml = """
        code: trial
        title: {vi: "{title.vi}", en: "{title.en}"}
        row: {vi: "{row.vi}", en: "{row.en}"}
        keptBy: [hamlet]
        date: day
        name: entry
        parts:
          - code: all
            title: {vi: "{part.vi}", en: "{part.en}"}
            fields:
              - {code: day, kind: date, label: {vi: "Ngày", en: "Day"}, required: true}
              - {code: entry, kind: text, label: {vi: "Tiêu đề", en: "Heading"}, required: true}
              - code: trial
                kind: {kind}
                label: {vi: "{label.vi}", en: "{label.en}"}
                help: {vi: "{help.vi}", en: "{help.en}"}
        {more}
        retention: {years: 3, verified: false}

        """;

    [Fact]
    public void There_are_at_least_sixty_of_either() =>
        Assert.Equal((true, true), (AskingCases.Attempts.Count >= 60, InnocentCases.All.Count >= 60));

    [Fact]
    public void No_attempt_passes()
    {
        var passed = AskingCases.Attempts.Where(a => Refusals(a).Count == 0).Select(Name).ToList();
        Assert.True(passed.Count == 0, string.Join('\n', passed));
    }

    [Fact]
    public void Nothing_innocent_is_refused()
    {
        var refused = InnocentCases.All.SelectMany(i => Refusals(i).Select(e => $"{Name(i)} → {e.Message.Vi}")).ToList();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Fact]
    public void A_refusal_names_file_line_and_reason()
    {
        var error = Assert.Single(Refusals(new("label", "Tôn giáo")));
        Assert.Equal((File, 15), (error.File, error.Line));
        Assert.Equal(
            "\"tôn giáo\": bộ mẫu không được hỏi tôn giáo, dân tộc, quan điểm, sức khỏe hoặc gia đình của cá nhân.",
            error.Message.Vi
        );
        Assert.NotNull(error.Expected);
        error = Assert.Single(Refusals(new("choice", "Công giáo", Label: "Thông tin thêm")));
        Assert.Equal(20, error.Line);
        error = Assert.Single(Refusals(new("label", "Người phụ trách")));
        Assert.Contains("kind: member", error.Expected!.Vi, StringComparison.Ordinal);
        error = Assert.Single(Refusals(new("template", "Danh sách đối tượng:")));
        Assert.Equal("reports/trial.md", error.File);
        Assert.Equal(4, error.Line);
    }

    private static string Name(Asking asking) => $"{asking.Slot} ({asking.Kind}, {asking.Label}): {asking.Vi} / {asking.En}";

    private static List<PackError> Refusals(Asking asking)
    {
        if (asking.Slot is not ("indicator" or "role" or "act" or "template"))
            return Alone(Register(asking));
        using var pack = new SpoiltPack();
        switch (asking.Slot)
        {
            case "indicator":
                pack.Append("indicators.yaml", Indicator(asking));
                break;
            case "role":
                pack.Write(
                    "roles.yaml",
                    $"roles:\n  - code: trial\n    label: {{vi: \"{asking.Vi}\", en: \"{asking.En}\"}}\n    permissions: [progress.view]\n"
                );
                break;
            case "act":
                pack.Replace("flows/row.yaml", "{vi: \"Xác nhận\", en: \"Confirm\"}", $"{{vi: \"{asking.Vi}\", en: \"{asking.En}\"}}");
                break;
            case "template":
                pack.Write("reports/trial.md", $"---\norgan: A\n---\n{asking.Vi}\n");
                break;
        }
        return Only(pack.Load().Errors);
    }

    /// <summary>A register by itself, as the loader reads it.</summary>
    private static List<PackError> Alone(string yaml)
    {
        var errors = new ErrorList();
        var map = Assert.IsType<YamlMap>(new YamlReader(File, errors).Read(System.Text.Encoding.UTF8.GetBytes(yaml)));
        RegisterVocabulary.Run(RegisterReader.Read(new(File, "", map, errors)));
        return Only(errors.Sorted);
    }

    private static List<PackError> Only(IReadOnlyList<PackError> errors) =>
        [.. errors.Where(e => e.Message.Vi.Contains("bộ mẫu không được", StringComparison.Ordinal))];

    private static string Indicator(Asking asking) =>
        $$"""
              - code: test.trial
                name: {vi: "{{asking.Vi}}", en: "{{asking.En}}"}
                group: people
                kind: flow
                unit: {vi: "mục", en: "units"}
                counts: {{asking.Kind}}
                sensitive: true
                reportedBy: [hamlet]
                frequency: month
                verified: false

            """.Replace("    - code", "  - code", StringComparison.Ordinal).Replace("\n        ", "\n    ", StringComparison.Ordinal);

    private static string Register(Asking asking)
    {
        string Said(string slot, string vi, string en, string text) =>
            text.Replace($"{{{slot}.vi}}", asking.Slot == slot ? asking.Vi : vi, StringComparison.Ordinal)
                .Replace($"{{{slot}.en}}", asking.Slot == slot ? asking.En : en, StringComparison.Ordinal);
        var more = asking.Slot switch
        {
            "choice" => $"        required: true\n        choices:\n          - {{code: a, label: {{vi: \"Khác\", en: \"Other\"}}}}\n"
                + $"          - {{code: b, label: {{vi: \"{asking.Vi}\", en: \"{asking.En}\"}}}}",
            "unit" => $"        unit: {{vi: \"{asking.Vi}\", en: \"{asking.En}\"}}",
            "pattern" => $"        pattern: {{expression: \"[0-9]+\", of: {{vi: \"{asking.Vi}\", en: \"{asking.En}\"}}}}",
            _ => "",
        };
        var kind = asking.Slot switch
        {
            "choice" => "choice",
            "unit" => "number",
            _ => asking.Kind,
        };
        var text = Said("title", "Sổ ghi việc", "Log of work", Yaml);
        text = Said("row", "buổi", "session", text);
        text = Said("part", "Việc", "Work", text);
        text = Said("help", "Ghi ngắn gọn.", "In short.", text);
        text = Said("label", asking.Label, "Entry", text);
        return text.Replace("{kind}", kind, StringComparison.Ordinal).Replace("{more}", more, StringComparison.Ordinal);
    }
}
