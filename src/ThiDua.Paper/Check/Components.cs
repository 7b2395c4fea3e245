using System.Text.RegularExpressions;

namespace ThiDua.Paper.Check;

/// <summary>Which paragraph is which component, told by its words and its place, as a reader would.</summary>
internal sealed partial record Components
{
    private const int LetterheadLength = 30;

    public Para? NationalName { get; private init; }
    public Para? Motto { get; private init; }
    public Para? MottoRule { get; private init; }
    public IReadOnlyList<Para> Organs { get; private init; } = [];
    public Para? OrganRule { get; private init; }
    public Para? Number { get; private init; }
    public Para? PlaceDate { get; private init; }
    public Para? LetterSubject { get; private init; }
    public Para? TypeName { get; private init; }
    public IReadOnlyList<Para> Subject { get; private init; } = [];
    public Para? SubjectRule { get; private init; }
    public IReadOnlyList<Para> Addressees { get; private init; } = [];
    public IReadOnlyList<Para> LegalBases { get; private init; } = [];
    public IReadOnlyList<Para> Body { get; private init; } = [];
    public Para? RecipientsLabel { get; private init; }
    public IReadOnlyList<Para> Recipients { get; private init; } = [];
    public IReadOnlyList<Para> SignerTitles { get; private init; } = [];
    public Para? SignerName { get; private init; }
    public IReadOnlyList<Para> AppendixLabels { get; private init; } = [];

    public static Components Find(DocxPage page)
    {
        var all = page.Paragraphs;
        var top = all.Take(LetterheadLength).ToList();
        var nation = top.Find(p => National().IsMatch(p.Text));
        var motto = top.Find(p => MottoWords().IsMatch(p.Text));
        var number = top.Find(p => NumberWord().IsMatch(p.Text));
        var date = top.Find(p => DateWords().IsMatch(p.Text));
        var letterSubject = number is null
            ? null
            : top.Find(p => p.Index > number.Index && p.Text.StartsWith("V/v", StringComparison.OrdinalIgnoreCase));
        var organs = top.Where(p =>
                !p.Empty
                && p != nation
                && p != motto
                && p != date
                && !p.Text.Any(char.IsLower)
                && !p.Text.Contains('/')
                && (
                    number is null
                        ? nation is not null && p.Table >= 0 && p.Table == nation.Table && p.Column != nation.Column
                        : p.Index < number.Index && (p.Table < 0 || p.Column == number.Column)
                )
            )
            .ToList();
        var headEnd = new[] { nation, motto, number, date, letterSubject }.Max(p => p?.Index ?? 0);
        var type = top.Find(p => p.Index > headEnd && p.Table < 0 && Rules.DocumentTypes.IsType(p.Text));
        var subject = type is null
            ? []
            : all.Skip(type.Index)
                .TakeWhile(p => !p.Empty && p.Align == Align.Centre && !p.Text.StartsWith("Kính gửi", StringComparison.Ordinal))
                .ToList();
        var label = all.FirstOrDefault(p => p.Index > headEnd && p.Text.StartsWith("Nơi nhận", StringComparison.Ordinal));
        var appendices = all.Where(p => p.Index > (label?.Index ?? headEnd) && AppendixWord().IsMatch(p.Text)).ToList();
        var start = subject.Count > 0 ? subject[^1].Index : type?.Index ?? headEnd;
        var signer = Signer(all, label, appendices);
        var end = Math.Min(label?.Index ?? int.MaxValue, signer.Count > 0 ? signer[0].Index : int.MaxValue);
        var middle = all.Where(p => p.Index > start && p.Index < end && !p.Ruled && !p.Empty && !Underscores().IsMatch(p.Text)).ToList();
        var addressees = Addressed(middle);
        middle = [.. middle.Except(addressees)];
        var bases = middle
            .TakeWhile(p =>
                p.Text.StartsWith("Căn cứ ", StringComparison.Ordinal)
                || p.Text.StartsWith("Theo đề nghị", StringComparison.Ordinal)
                || p.Text.StartsWith("Thực hiện ", StringComparison.Ordinal) && p.Visible.All(r => r.Italic)
            )
            .ToList();
        return new Components
        {
            NationalName = nation,
            Motto = motto,
            MottoRule = RuleAfter(all, motto),
            Organs = organs,
            OrganRule = RuleAfter(all, organs.LastOrDefault()),
            Number = number,
            PlaceDate = date,
            LetterSubject = letterSubject,
            TypeName = type,
            Subject = subject,
            SubjectRule = RuleAfter(all, subject.LastOrDefault() ?? type),
            Addressees = addressees,
            LegalBases = bases,
            Body = [.. middle.Skip(bases.Count)],
            RecipientsLabel = label,
            Recipients = ListOf(all, label, signer),
            SignerTitles = signer,
            SignerName = NameAfter(all, signer),
            AppendixLabels = appendices,
        };
    }

    private static List<Para> Addressed(List<Para> middle)
    {
        var at = middle.FindIndex(p => p.Text.StartsWith("Kính gửi", StringComparison.Ordinal));
        if (at is < 0 or > 3)
            return [];
        return [middle[at], .. middle.Skip(at + 1).TakeWhile(p => p.Text.StartsWith('-'))];
    }

    private static List<Para> Signer(IReadOnlyList<Para> all, Para? label, List<Para> appendices)
    {
        var last = appendices.Count > 0 ? appendices[0].Index : int.MaxValue;
        var first = all.LastOrDefault(p => p.Index < last && Power().IsMatch(p.Text) && !p.Text.Any(char.IsLower));
        first =
            all.FirstOrDefault(p =>
                first is not null && Power().IsMatch(p.Text) && (p == first || (p.SameCell(first) && first.Index - p.Index < 4))
            )
            ?? (
                label is null
                    ? null
                    : all.FirstOrDefault(p =>
                        p.Index > label.Index
                        && p.Index < last
                        && p.Table == label.Table
                        && p.Table >= 0
                        && p.Column > label.Column
                        && !p.Empty
                    )
            );
        if (first is null)
            return [];
        return [.. all.Skip(first.Index - 1).TakeWhile(p => p.SameCell(first) && !p.Empty && !p.Text.Any(char.IsLower))];
    }

    private static Para? NameAfter(IReadOnlyList<Para> all, List<Para> signer) =>
        signer.Count == 0
            ? null
            : all.Skip(signer[^1].Index)
                .TakeWhile(p => p.SameCell(signer[^1]))
                .FirstOrDefault(p => !p.Empty && PersonName().IsMatch(p.Text));

    private static List<Para> ListOf(IReadOnlyList<Para> all, Para? label, List<Para> signer) =>
        label is null
            ? []
            :
            [
                .. all.Skip(label.Index)
                    .TakeWhile(p => p.SameCell(label) && !signer.Contains(p) && (label.Table >= 0 || p.Empty || p.Text.StartsWith('-')))
                    .Where(p => !p.Empty),
            ];

    // The line may be in the text's own paragraph or in the empty one below it.
    private static Para? RuleAfter(IReadOnlyList<Para> all, Para? text) =>
        text is null ? null
        : text.Rule ? text
        : all.Skip(text.Index)
            .TakeWhile(p => p.SameCell(text))
            .Take(2)
            .TakeWhile((p, i) => i == 0 || all[p.Index - 2].Empty)
            .FirstOrDefault(p => p.Rule);

    [GeneratedRegex(@"^CỘNG\s+(HÒA|HOÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex National();

    [GeneratedRegex(@"^Độc\s+lập\W+Tự\s+do\W+Hạnh\s+phúc\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex MottoWords();

    [GeneratedRegex(@"^Số\b", RegexOptions.IgnoreCase)]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"\bngày\b.*\btháng\b.*\bnăm\b\s*\d{4}$", RegexOptions.IgnoreCase)]
    private static partial Regex DateWords();

    [GeneratedRegex(@"^Phụ lục(\s+[IVXLC\d]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex AppendixWord();

    [GeneratedRegex(@"^(TM|KT|TL|TUQ|Q)\.")]
    private static partial Regex Power();

    [GeneratedRegex(@"^(\p{Lu}\p{Ll}*[\s.]*){2,6}$")]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[_\-–—─\s]+$")]
    private static partial Regex Underscores();
}
