namespace ThiDua.App.Tests.Registers;

/// <summary>A register that the product has never heard of, as an officer would write it.</summary>
internal static class UnseenRegister
{
    public const string File = "registers/clean-up.yaml",
        Code = "clean-up";

    /// <summary>Counted from May 2024 on; another indicator gets the sum of the tons.</summary>
    public const string Yaml = """
        code: clean-up
        title: {vi: "Sổ ra quân dọn vệ sinh", en: "Clean-up days"}
        row: {vi: "buổi ra quân", en: "clean-up day"}
        keptBy: [hamlet, women]
        date: day
        name: street
        parts:
          - code: all
            fields:
              - {code: day, kind: date, label: {vi: "Ngày", en: "Day"}, required: true, past: true, listed: true}
              - {code: street, kind: text, label: {vi: "Tuyến đường", en: "Street"}, required: true, listed: true, unique: true}
              - code: sort
                kind: choice
                label: {vi: "Loại", en: "Sort"}
                required: true
                listed: true
                choices:
                  - {code: street, label: {vi: "Đường ấp", en: "Hamlet street"}}
                  - {code: canal, label: {vi: "Kênh, rạch", en: "Canal"}}
              - {code: boats, kind: number, label: {vi: "Số ghe", en: "Boats"}, when: {field: sort, is: [canal]}, required: true, min: 1}
              - {code: people, kind: number, label: {vi: "Số người", en: "People"}, required: true, listed: true, usual: {low: 5, high: 200}}
              - {code: women, kind: number, label: {vi: "Trong đó nữ", en: "Of them women"}, atMost: [people]}
              - {code: bags, kind: number, label: {vi: "Số bao", en: "Bags"}, scale: 1, unit: {vi: "tạ", en: "quintals"}}
              - {code: other, kind: number, label: {vi: "Rác khác", en: "Other waste"}, scale: 1}
              - {code: total, kind: number, label: {vi: "Cộng", en: "Total"}, scale: 1, sum: [bags, other]}
              - {code: with, kind: unit, label: {vi: "Phối hợp với", en: "With"}, unitKinds: [police, women]}
              - {code: secret, kind: text, label: {vi: "Ghi chú của văn phòng", en: "Office's note"}, needs: register.confirm}
        feeds:
          - {indicator: outreach.sessions, from: 2024-05-01, where: [{field: sort, is: [street]}]}
          - {indicator: outreach.attendance, from: 2024-05-01, sum: people}
        retention: {years: 3, verified: false}

        """;

    public static Dictionary<string, string> Row(string day = "2024-05-10", string street = "Đường ấp 1", string people = "30") =>
        new()
        {
            ["day"] = day,
            ["street"] = street,
            ["sort"] = "street",
            ["people"] = people,
        };
}
