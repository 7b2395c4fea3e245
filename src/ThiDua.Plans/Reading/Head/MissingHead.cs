using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Head;

/// <summary>What names a document whose letterhead a site left out: its headline, or an annex that says to what it belongs.</summary>
internal sealed record MissingHead(string? Kind, Symbols.Found Symbol, string? Date)
{
    private const int Headlines = 5;
    private const int Opening = 8;

    /// <summary>"# Nghị quyết số 57-NQ/TW"; the first sentences that name it again may date it.</summary>
    public static MissingHead? Headline(IReadOnlyList<SourceLine> lines)
    {
        var first = 0;
        while (first < Math.Min(lines.Count, Headlines) && lines[first].Text.Trim().Length == 0)
            first++;
        if (first >= lines.Count || lines[first].Text is not { Length: < 120 } headline)
            return null;
        headline = headline.Trim(' ', '*', '#');
        if (Named(headline, 30) is not { } symbol || headline.Length - symbol.End > 30)
            return null;
        var before = Folding.Of(headline[..symbol.Start]).Trim();
        var kind = DocumentKinds.Names.Where(n => before == n.Folded || before == n.Folded + " so").Select(n => n.Code).FirstOrDefault();
        if (kind is null)
            return null;
        string? date = null;
        for (var i = first; i < Math.Min(lines.Count, first + Opening) && date is null; i++)
            if (lines[i].Text.IndexOf(symbol.Text, StringComparison.Ordinal) is >= 0 and var at)
                date = DateBehind(lines[i].Text, at + symbol.Text.Length);
        return new(kind, symbol, date);
    }

    /// <summary>"(Kèm theo Nghị quyết số 394/NQ-CP ngày 03/12/2025 …)".</summary>
    /// <param name="kind">What the document is, where its own type line says it.</param>
    /// <param name="own">Its number and symbol, where only the date is lost; empty where the number was left blank.</param>
    public static MissingHead? Annex(IReadOnlyList<SourceLine> lines, int from, string? kind, string? own)
    {
        for (var i = from; i < lines.Count; i++)
        {
            var first = lines[i].Text.Trim(' ', '*');
            if (
                first.Length == 0
                || first[0] is not '('
                || !Folding.Of(first.Length > 24 ? first[..24] : first).Contains("kem theo", StringComparison.Ordinal)
            )
                continue;
            var text = string.Join(' ', lines.Skip(i).Take(3).Select(l => l.Text.Trim(' ', '*')));
            if (text.IndexOf(')') is > 0 and var close)
                text = text[..close];
            if (Named(text, 60) is not { } symbol)
                continue;
            var before = Folding.Of(text[..symbol.Start]);
            var named = before.Contains("cong van", StringComparison.Ordinal)
                ? "CV"
                : DocumentKinds.Names.Where(n => before.Contains(n.Folded, StringComparison.Ordinal)).Select(n => n.Code).FirstOrDefault();
            if (own is not null ? symbol.Text == own : kind is null || named == kind)
                return new(named, symbol, DateBehind(text, symbol.End));
        }
        return null;
    }

    /// <summary>
    /// "CHỈ THỊ / CỦA BỘ … SỐ 07/2008/CT-BTTTT / NGÀY 30 THÁNG 12 NĂM 2008 / VỀ …", as official gazettes head their texts;
    /// with it the subject alone.
    /// </summary>
    public static (MissingHead Head, string Subject)? Gazetted(string? title)
    {
        if (
            title is null
            || !Folding.Of(title.Length > 4 ? title[..4] : title).Equals("cua ", StringComparison.Ordinal)
            || Named(title, 160) is not { } symbol
        )
            return null;
        var folded = Folding.Of(title);
        if (
            !folded.AsSpan(0, symbol.Start).TrimEnd().EndsWith(" so", StringComparison.Ordinal)
            || DateBehind(title, symbol.End) is not { } date
        )
            return null;
        var day = WrittenDates.At(folded, folded.IndexOf("ngay", symbol.End, StringComparison.Ordinal))!;
        return (new(null, symbol, date), title[Math.Min(title.Length, day.Value.End)..].Trim(' ', ',', '-'));
    }

    private static Symbols.Found? Named(string text, int within)
    {
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 || digit > within ? null : Symbols.At(text, digit);
    }

    // "… số 57-NQ/TW ngày 22/12/2024", "… số 57-NQ/TW (ngày 22/12/2024)".
    private static string? DateBehind(string text, int at)
    {
        var folded = Folding.Of(text);
        return
            folded.IndexOf("ngay", at, StringComparison.Ordinal) is >= 0 and var day
            && day < at + 4
            && WrittenDates.At(folded, day) is { Year: not null } date
            ? date.Iso
            : null;
    }
}
