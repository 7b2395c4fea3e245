using System.Globalization;

namespace ThiDua.Paper.Check;

/// <summary>Collects deviations; a rule that fails in many paragraphs is told once, with how many more there are.</summary>
internal sealed class Findings
{
    private readonly List<(Deviation First, int More)> _found = [];

    public IReadOnlyList<Deviation> All =>
        [.. _found.Select(f => f.More == 0 ? f.First : f.First with { Where = $"{f.First.Where} và {f.More} chỗ khác" })];

    public void Add(string rule, string where, string found, string right)
    {
        var at = _found.FindIndex(f => f.First.Rule == rule);
        if (at < 0)
            _found.Add((new(rule, where, found, right), 0));
        else
            _found[at] = (_found[at].First, _found[at].More + 1);
    }

    public void Size(string rule, Para p, Rules.Limits limits)
    {
        if (p.Sizes.FirstOrDefault(s => !limits.Allow(s)) is var wrong and > 0)
            Add(
                rule,
                p.Where,
                $"cỡ chữ {Text(wrong)}",
                limits.Min == limits.Max ? $"cỡ {Text(limits.Min)}" : $"cỡ {Text(limits.Min)} đến {Text(limits.Max)}"
            );
    }

    /// <summary>Null: either will do.</summary>
    public void Style(string rule, Para p, bool? bold, bool? italic)
    {
        if ((bold is { } b && p.Visible.Any(r => r.Bold != b)) || (italic is { } i && p.Visible.Any(r => r.Italic != i)))
            Add(
                rule,
                p.Where,
                "sai kiểu chữ",
                "kiểu chữ "
                    + (italic == true ? "nghiêng" : "đứng")
                    + (
                        bold == true ? ", đậm"
                        : bold == false ? ", không đậm"
                        : ""
                    )
            );
    }

    public void Centred(string rule, Para p)
    {
        if (p.Align != Align.Centre)
            Add(rule, p.Where, "không canh giữa", "canh giữa");
    }

    public void Upper(string rule, Para p)
    {
        if (p.Text.Any(char.IsLower) && !p.Visible.All(r => r.Caps))
            Add(rule, p.Where, "có chữ in thường", "chữ in hoa");
    }

    public static string Text(double value) => value.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));
}
