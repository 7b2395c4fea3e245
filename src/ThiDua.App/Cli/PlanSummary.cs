using ThiDua.App.Features.Plans;
using ThiDua.Plans;

namespace ThiDua.App.Cli;

/// <summary>A plan in lines for people, as <c>thidua read FILE</c> prints it.</summary>
internal static class PlanSummary
{
    public static IEnumerable<string> Lines(Plan plan) =>
        [
            .. Head(plan),
            .. Block("Căn cứ", plan.LegalBases.Select(Reference)),
            .. Block(
                "Chỉ tiêu",
                plan.Targets.Select(t =>
                    $"{Place(t.Section, t.Lines)} {Figure(t)}{t.Measure}{Units("; chịu trách nhiệm: ", t.Responsible)}{Due(t.Due)}"
                )
            ),
            .. Block(
                "Nhiệm vụ",
                plan.Tasks.Select(t =>
                    $"{Place(t.Section, t.Lines)} {Short(t.Text)}{Units("; chủ trì: ", t.Lead)}{Units("; phối hợp: ", t.With)}{Due(t.Due)}"
                )
            ),
            .. Block("Chế độ báo cáo", plan.Duties.Select(d => $"{Place(null, d.Lines)} {Short(d.What)}{Due(d.Due)}")),
            .. Block("Văn bản được viện dẫn", plan.References.Select(Reference)),
            .. Block("Nơi nhận", plan.Recipients),
            .. Block("Cần xem lại", plan.Warnings.Select(w => (w.Lines is { } lines ? Place(null, lines) + " " : "") + w.Message)),
        ];

    private static IEnumerable<string> Head(Plan plan)
    {
        var h = plan.Header;
        yield return h.Title ?? "(không có trích yếu)";
        yield return $"Số, ký hiệu: {h.Number ?? "…"}/{h.Symbol ?? "…"}; cơ quan: {h.Issuer ?? "…"}; nơi, ngày: {h.Place ?? "…"}, {h.Date ?? "…"}";
        yield return $"Thời gian thực hiện: {plan.Period.From ?? "…"} – {plan.Period.To ?? "…"}; người ký: {plan.Signature.Authority} {plan.Signature.Title} {plan.Signature.Name}".TrimEnd();
    }

    private static IEnumerable<string> Block(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : ["", $"{title} ({all.Count}):", .. all.Select(l => "  " + l)];
    }

    private static string Place(string? section, LineRange lines) =>
        $"[{(section is null ? "" : section + ", ")}dòng {(lines.First == lines.Last ? $"{lines.First}" : $"{lines.First}–{lines.Last}")}]";

    private static string Figure(PlanTarget t) => PlanFigures.Of(t) is { Length: > 0 } figure ? figure + ": " : "";

    private static string Reference(Reference r) =>
        string.Join(
            ", ",
            new[] { $"{r.Kind} {r.Symbol}".Trim(), r.Date, r.Issuer, Short(r.About ?? "") }.Where(p => !string.IsNullOrEmpty(p))
        );

    private static string Units(string label, IReadOnlyList<string> units) => units.Count == 0 ? "" : label + string.Join(", ", units);

    private static string Due(Due? due) =>
        (due?.Date, due?.Every) switch
        {
            ({ } date, _) => $"; hạn {date}",
            (_, { } every) =>
                $"; {every switch { "week" => "hằng tuần", "month" => "hằng tháng", "quarter" => "hằng quý", "half" => "6 tháng một lần", _ => "hằng năm" }}",
            _ => "",
        };

    private static string Short(string text) => text.Length <= 160 ? text : text[..159] + "…";
}
