using System.Text.RegularExpressions;
using ThiDua.App.Data;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>
/// A campaign counts what was done; it watches nobody. Refuses definitions that ask for a person's religion, ethnicity,
/// opinions, health or family, that ask who somebody is, or that make a list of suspects; and sees to it that counts of
/// crime are protected where they are small.
/// </summary>
internal static partial class VocabularyCheck
{
    private static readonly Counted[] NotPeople =
    [
        Counted.Model,
        Counted.Group,
        Counted.Organisation,
        Counted.Session,
        Counted.Publication,
        Counted.Document,
        Counted.Visit,
        Counted.Money,
        Counted.Team,
        Counted.Unit,
    ];

    private static readonly LocalText Rule = new(
        "số đếm về công việc, mô hình, tổ chức; không thông tin về cá nhân",
        "counts of work, models or organisations; nothing about a person"
    );

    public static void Run(PackDraft draft)
    {
        var byCode = draft
            .Indicators.GroupBy(i => i.Value.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        foreach (var indicator in draft.Indicators)
        {
            Indicator(indicator, byCode);
        }
        foreach (var group in draft.Groups)
        {
            Refuse(group, "name", group.Value.Name, people: true);
        }
        foreach (var register in draft.Registers)
        {
            Register(register);
        }
        foreach (var flow in draft.Flows)
        {
            Refuse(flow, "label", flow.Value.Label, people: false);
            foreach (var label in flow.Value.States.Select(s => s.Label).Concat(flow.Value.Acts.Select(a => a.Label)))
            {
                Refuse(flow, "label", label, people: false);
            }
        }
    }

    /// <summary>What a register asks, and the answers that it offers.</summary>
    private static void Register(RegisterDraft draft)
    {
        var (at, register) = (draft.Register, draft.Register.Value);
        Refuse(at, "title", register.Title, people: false);
        Refuse(at, "row", register.Row, people: false);
        if (register.Help is not null)
            Refuse(at, "help", register.Help, people: false);
        foreach (var field in draft.Fields)
        {
            Refuse(field, "label", field.Value.Label, people: false);
            if (field.Value.Help is { } help)
                Refuse(field, "help", help, people: false);
            foreach (var choice in field.Value.Choices)
                Refuse(field, "choices", choice.Label, people: false);
        }
    }

    private static void Indicator(Placed<PackIndicator> one, Dictionary<string, PackIndicator> byCode)
    {
        var i = one.Value;
        var people = CountsPeople(i, byCode);
        Refuse(one, "name", i.Name, people);
        Refuse(one, "unit", i.Measure, people);
        if (i.Help is not null)
        {
            Refuse(one, "help", i.Help, people);
        }
        for (var n = 0; n < i.Words.Count; n++)
        {
            Refuse(one, $"words[{n}]", new(i.Words[n], ""), people);
        }
        for (var n = 0; n < i.Needs.Count; n++)
        {
            Refuse(one, $"needs[{n}]", new(i.Needs[n], ""), people);
        }
        if (!i.Sensitive && i.Counts is Counted.Case or Counted.Person && Protected().IsMatch(SearchText.Fold(i.Name.Vi)))
        {
            one.Add(
                "sensitive",
                "Số vụ phạm tội, tái phạm, truy nã phải được bảo vệ khi số nhỏ.",
                "Counts of crime, re-offending or wanted persons are protected where they are small.",
                new("sensitive: true", "sensitive: true")
            );
        }
    }

    /// <summary>A derived figure is about people when any of its parts is; what counts nothing (yes/no, score) is about a unit.</summary>
    private static bool CountsPeople(PackIndicator i, Dictionary<string, PackIndicator> byCode) =>
        i.Derived
            ? IndicatorChecks.Links(i).Any(l => byCode.TryGetValue(l.Code, out var part) && !part.Derived && CountsPeople(part, byCode))
            : i.Counts is { } counts && !NotPeople.Contains(counts);

    private static void Refuse<T>(Placed<T> at, string key, LocalText text, bool people)
    {
        foreach (var sentence in Sentences(text))
        {
            // "Không ghi họ tên" is how a help text keeps names out.
            if (Forbids().IsMatch(sentence))
            {
                continue;
            }
            if (Identity().Match(sentence) is { Success: true } identity)
            {
                Tell(
                    at,
                    key,
                    identity.Value,
                    "hỏi một người là ai, hoặc lập danh sách đối tượng",
                    "asks who somebody is, or makes a list of suspects"
                );
                return;
            }
            if (PersonalTrait().Match(sentence) is { Success: true } own)
            {
                Tell(
                    at,
                    key,
                    own.Value,
                    "hỏi tôn giáo, dân tộc, quan điểm, sức khỏe hoặc gia đình của cá nhân",
                    "asks for somebody's religion, ethnicity, opinions, health or family"
                );
                return;
            }
            if (people && Trait().Match(sentence) is { Success: true } trait)
            {
                Tell(
                    at,
                    key,
                    trait.Value,
                    "đếm người, hộ hoặc vụ việc theo tôn giáo, dân tộc, quan điểm, sức khỏe hoặc gia đình",
                    "counts people, households or cases by religion, ethnicity, opinions, health or family"
                );
                return;
            }
        }
    }

    private static void Tell<T>(Placed<T> at, string key, string word, string vi, string en) =>
        at.Add(key, $"\"{word}\": bộ mẫu không được {vi}.", $"\"{word}\": a pack never {en}.", Rule);

    // Folded, "phạt tù" (imprisonment) and "Phật tử" (Buddhist) are the same: such words are looked for with their marks.
    private static IEnumerable<string> Sentences(LocalText text) =>
        $"{text.Vi}. {text.En}"
            .Split(['.', ';', '\n', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Select(s => $"{s.ToLowerInvariant()} | {SearchText.Fold(s)}");

    [GeneratedRegex(
        @"\b(khong|chua|cam|never|not|no|without)\b[^,:]{0,40}\b(ghi|nhap|neu|luu|hoi|kem|thu thap|enter|write|store|ask|name|give|keep)|\b(do not|never|without) (enter|write|store|ask|name|give|keep|any|names?)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Forbids();

    [GeneratedRegex(
        @"\b(ho va ten|ho ten|danh tinh|ngay sinh|nam sinh|so dinh danh|can cuoc|cccd|cmnd|chung minh nhan dan|que quan|noi cu tru cua|dia chi nha|so dien thoai cua|ly lich|nhan than|anh chan dung|van tay|khuon mat|danh sach (cac )?(doi tuong|nghi pham|nghi can|bi can|pham nhan|nguoi|ke|truy na|toi pham|dac xa|nghien|sung tin|theo doi)|(lap|ghi|quan ly) danh sach|full names?|names? of (the )?(persons?|suspects?|offenders?|people)|date of birth|identity (number|card)s?|home address|phone numbers? of|fingerprints?|list of (suspects?|offenders?|wanted|ex-prisoners?|persons?|people|prisoners?))\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Identity();

    [GeneratedRegex(
        @"\b((ton giao|dan toc|tin nguong|quan diem|chinh kien|tinh trang suc khoe|suc khoe|benh tat|tinh trang hon nhan|hoan canh gia dinh|thanh phan gia dinh) (cua|tung)( moi| tung)? (nguoi|ca nhan|ho|doi tuong|cong dan|thanh vien|can bo|hoc sinh)|(religion|ethnicity|faith|opinions?|health|family) of (the |each |every )?(persons?|people|residents?|members?|individuals?|pupils?))\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PersonalTrait();

    [GeneratedRegex(
        @"\b(ton giao|tín đồ|giáo dân|phật tử|nguoi theo dao|theo dao|tin nguong|dan toc thieu so|dan toc kinh|thanh phan dan toc|nguoi dan toc|ho dan toc|quan diem chinh tri|chinh kien|tu tuong chinh tri|bat man|chong doi|tinh trang suc khoe|benh tat|benh nhan|tam than|hiv|khuyet tat|tinh trang hon nhan|ly hon|than nhan|hoan canh gia dinh|religions?|religious|believers?|faith|ethnic|ethnicity|political (views?|opinions?)|dissidents?|health|illness|mental|disabled|marital|divorced|relatives)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Trait();

    [GeneratedRegex(@"\b(pham toi|toi pham|tai pham|truy na|an hinh su|vi pham phap luat)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Protected();
}
