namespace ThiDua.App.Tests.Registers;

/// <summary>A register of what stands for years, one of what belongs to it, and a hamlet's list of households.</summary>
internal static class StandingRegisters
{
    public const string Club = "club",
        Review = "club-review",
        Groups = "household-list",
        Visit = "visit";

    public static readonly IReadOnlyList<(string File, string Yaml)> Files =
    [
        (
            "registers/club.yaml",
            """
            code: club
            title: {vi: "Sổ câu lạc bộ", en: "Clubs"}
            row: {vi: "câu lạc bộ", en: "club"}
            group: model
            shared: true
            keptBy: [hamlet, women]
            date: founded
            until: ended
            name: name
            parts:
              - code: all
                fields:
                  - {code: founded, kind: date, label: {vi: "Ngày ra mắt", en: "Founded"}, required: true, listed: true}
                  - {code: ended, kind: date, label: {vi: "Ngày dừng", en: "Ended"}, notBefore: founded}
                  - {code: name, kind: text, label: {vi: "Tên câu lạc bộ", en: "Name"}, required: true, listed: true}
                  - {code: zalo, kind: date, label: {vi: "Có nhóm Zalo từ", en: "Zalo group since"}, notBefore: founded}
                  - {code: length, kind: number, label: {vi: "Chiều dài", en: "Length"}, scale: 1}
                  - {code: taken, kind: row, register: club, label: {vi: "Nhân rộng từ", en: "Taken from"}}
                  - {code: with, kind: unit, many: true, label: {vi: "Phối hợp", en: "With"}}
            feeds:
              - {indicator: model.total, from: 2024-03-01, standing: true}
              - {indicator: model.with-zalo, from: 2024-03-01, standing: true, since: zalo}
              - {indicator: road.lit-length, from: 2024-01-01, standing: true, sum: length}
              - {indicator: model.new, from: 2024-01-01, where: [{field: taken, filled: false}]}
              - {indicator: model.replicated, from: 2024-01-01, where: [{field: taken, filled: true}]}
            retention: {years: 3, verified: false}

            """
        ),
        (
            "registers/club-review.yaml",
            """
            code: club-review
            title: {vi: "Đánh giá câu lạc bộ", en: "Reviews of clubs"}
            row: {vi: "lần đánh giá", en: "review"}
            keptBy: [hamlet, women]
            of: club
            date: day
            name: summary
            parts:
              - code: all
                fields:
                  - {code: club, kind: row, register: club, label: {vi: "Câu lạc bộ", en: "Club"}, required: true}
                  - {code: day, kind: date, label: {vi: "Ngày", en: "Day"}, required: true, listed: true}
                  - {code: summary, kind: text, label: {vi: "Nhận xét", en: "Summary"}, required: true}
                  - {code: meets, kind: yesno, label: {vi: "Sinh hoạt đều", en: "Meets"}, required: true}
                  - {code: helps, kind: yesno, label: {vi: "Có việc làm cụ thể", en: "Helps"}, required: true}
                  - {code: points, kind: number, label: {vi: "Điểm", en: "Points"}, sum: [meets, helps], listed: true}
                  - {code: mend, kind: text, label: {vi: "Phải khắc phục", en: "To mend"}, when: {field: points, atMost: 1}, required: true}
            feeds:
              - {indicator: model.effective, from: 2024-01-01, latest: club, where: [{field: points, atLeast: 2}]}
            retention: {years: 3, verified: false}

            """
        ),
        (
            "registers/household-list.yaml",
            """
            code: household-list
            title: {vi: "Danh sách hộ theo số thứ tự", en: "Households by number"}
            row: {vi: "tổ", en: "group"}
            keptBy: [hamlet]
            date: day
            name: name
            parts:
              - code: all
                fields:
                  - {code: day, kind: date, label: {vi: "Lập ngày", en: "Made on"}, required: true}
                  - {code: name, kind: text, label: {vi: "Tổ", en: "Group"}, required: true, listed: true}
                  - {code: first, kind: number, label: {vi: "Từ số", en: "From"}, required: true, min: 1}
                  - {code: last, kind: number, label: {vi: "Đến số", en: "To"}, required: true, min: 1}
            retention: {years: 1, verified: false}

            """
        ),
        (
            "registers/visit.yaml",
            """
            code: visit
            title: {vi: "Sổ gặp gỡ", en: "Meetings"}
            row: {vi: "buổi gặp gỡ", en: "meeting"}
            keptBy: [hamlet]
            date: day
            name: topic
            parts:
              - code: all
                fields:
                  - {code: day, kind: date, label: {vi: "Ngày", en: "Day"}, required: true, listed: true}
                  - {code: topic, kind: text, label: {vi: "Nội dung", en: "Topic"}, required: true, listed: true}
                  - {code: homes, kind: households, register: household-list, label: {vi: "Hộ dự", en: "Households"}, listed: true}
            feeds:
              - {indicator: household.reached, from: 2024-05-01, households: homes}
              - {indicator: festival.held, from: 2024-01-01}
              - {indicator: outreach.broadcasts, from: 2024-05-01, distinct: topic}
            retention: {years: 1, verified: false}

            """
        ),
    ];
}
