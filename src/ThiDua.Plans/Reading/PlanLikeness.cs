namespace ThiDua.Plans.Reading;

/// <summary>
/// Whether a document is a plan at all, and not a form, slides, a manual: whoever chose the wrong file is told. A doubt speaks for the
/// plan.
/// </summary>
internal static class PlanLikeness
{
    private static readonly WordSet Directing = Vocabulary.Words("sections/directing-kinds");
    private static readonly FoldedTexts Parts = Vocabulary.Folded("sections/parts-of-plans");

    // What tells of a plan, where nothing official frames the text and where something does.
    private const int LeastUnframed = 3;
    private const int Least = 2;

    public static void Read(Plan plan, List<Warning> warnings)
    {
        if (plan.Header.Kind is { } kind && Directing.HasWritten(kind))
            return;
        var frame = Count(
            plan.Header.Symbol is not null,
            plan.Header.Date is not null,
            plan.LegalBases.Count > 0,
            plan.Recipients.Count > 0 || plan.Signature.Title is not null
        );
        var body = Count(
            plan.Targets.Any(t => t.Value is not null),
            plan.Tasks.Any(t => t.Lead.Count > 0),
            plan.Sections.Any(s => Parts.AnyIn(Folding.Of(s.Title)))
        );
        var form = body == 0 && plan.Sections.Count == 0 && plan.LegalBases.Count == 0;
        if (form || frame + body < (frame == 0 ? LeastUnframed : Least))
            warnings.Add(
                new("not-a-plan", "Tệp này có vẻ không phải là kế hoạch hay văn bản chỉ đạo; hãy kiểm tra lại tệp đã chọn.", null)
            );
    }

    private static int Count(params ReadOnlySpan<bool> signs)
    {
        var count = 0;
        foreach (var sign in signs)
            count += sign ? 1 : 0;
        return count;
    }
}
