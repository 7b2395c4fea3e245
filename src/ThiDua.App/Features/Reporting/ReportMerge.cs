using ThiDua.App.Features.Reporting.Fill;
using ThiDua.App.Forms;

namespace ThiDua.App.Features.Reporting;

/// <summary>A report in two windows: what each shows, as one flat form, and what comes of both. Pure.</summary>
public static class ReportMerge
{
    /// <summary>As it stands: typed and not sent, else sent.</summary>
    public static Dictionary<string, string> Saved(ReportSheet sheet)
    {
        var kept = sheet.Drafted ?? sheet.Sent;
        return Flat(sheet.Figures.ToDictionary(f => f.Indicator.Code, sheet.Typed), sheet.Comments, kept);
    }

    public static Dictionary<string, string> Flat(ReportDraft draft) => Flat(draft.Values, draft.Comments, draft);

    /// <summary>What this window brings, with what another saved meanwhile where this one changed nothing.</summary>
    public static (ReportInput Input, MergedForm Merged) Of(ReportSheet sheet, ReportInput input)
    {
        var words = new ReportDraft
        {
            Results = input.Results,
            Difficulties = input.Difficulties,
            Proposals = input.Proposals,
            ProvidedBy = input.ProvidedBy,
        };
        var merged = FormMerge.Merge(input.Was ?? "", Flat(input.Values, input.Comments, words), Saved(sheet));
        string? Word(string code) => merged.Values.GetValueOrDefault(code);
        var codes = sheet.Figures.Select(f => f.Indicator.Code).ToList();
        return (
            input with
            {
                Values = codes.ToDictionary(c => c, c => Word(c) ?? ""),
                Comments = codes.ToDictionary(c => c, c => Word(FormEntry.CommentOf(c)) ?? ""),
                Results = Word(ReportForm.Results),
                Difficulties = Word(ReportForm.Difficulties),
                Proposals = Word(ReportForm.Proposals),
                ProvidedBy = Word(ReportForm.Provided),
            },
            merged
        );
    }

    private static Dictionary<string, string> Flat(
        IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string> comments,
        ReportDraft words
    )
    {
        var flat = values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        foreach (var (code, comment) in comments)
            flat[FormEntry.CommentOf(code)] = comment;
        foreach (
            var (code, said) in new[]
            {
                (ReportForm.Results, words.Results),
                (ReportForm.Difficulties, words.Difficulties),
                (ReportForm.Proposals, words.Proposals),
                (ReportForm.Provided, words.ProvidedBy),
            }
        )
            flat[code] = said ?? "";
        return flat;
    }
}
