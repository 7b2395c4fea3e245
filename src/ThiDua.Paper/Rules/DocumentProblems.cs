using System.Text.RegularExpressions;

namespace ThiDua.Paper.Rules;

/// <param name="Field">Key of the front matter that the problem stands in; "body" for the text.</param>
internal sealed record Problem(string Field, string Message);

/// <summary>What makes a document unfit to be written at all; wording is Vietnamese, for the person who drafts it.</summary>
internal static partial class DocumentProblems
{
    public static IEnumerable<Problem> Of(OfficialDocument d)
    {
        foreach (
            var (field, value) in new[]
            {
                ("organ", d.IssuingOrgan),
                ("symbol", d.Symbol),
                ("place", d.Place),
                ("subject", d.Subject),
                ("title", d.Signature.Title),
            }
        )
            if (string.IsNullOrWhiteSpace(value))
                yield return new(field, $"Thiếu “{field}”.");
        if (d.Number is <= 0)
            yield return new("number", "Số của văn bản bắt đầu từ 01.");
        if (!SymbolForm().IsMatch(OfficialText.Symbol(d.Symbol)))
            yield return new("symbol", "Ký hiệu gồm các nhóm chữ viết tắt nối bằng dấu gạch nối, không cách chữ, ví dụ KH-UBND.");
        if (LetterAbbreviation().IsMatch(OfficialText.Symbol(d.Symbol)))
            yield return new("symbol", "Công văn không có chữ viết tắt tên loại: không dùng “CV” trong ký hiệu.");
        if (!ValidDate(d.Date))
            yield return new("date", "Ngày, tháng của văn bản không có thật.");
        foreach (var text in Lines(d).Where(Secrecy.IsMark))
            yield return new("body", $"{Secrecy.Refusal} (“{text.Trim()}”)");
        foreach (var problem in Tables(d))
            yield return problem;
    }

    /// <summary>The document with every text fit to be written, or the first problem as an exception.</summary>
    public static OfficialDocument Checked(OfficialDocument document)
    {
        var d = Cleaned(document);
        return Of(d).FirstOrDefault() is { } problem ? throw new ArgumentException(problem.Message, problem.Field) : d;
    }

    private static OfficialDocument Cleaned(OfficialDocument d)
    {
        static string Line(string text) => RichText.Clean(text);
        static string? Optional(string? text) => text is null ? null : Line(text);
        return d with
        {
            SuperiorOrgan = Optional(d.SuperiorOrgan),
            IssuingOrgan = Line(d.IssuingOrgan),
            Symbol = Line(d.Symbol),
            Place = Line(d.Place),
            TypeName = Optional(d.TypeName),
            Subject = Line(d.Subject).Replace('\n', ' '),
            Addressees = [.. d.Addressees.Select(Line)],
            Recipients = [.. d.Recipients.Select(Line)],
            Signature = new(
                Optional(d.Signature.Authority),
                Optional(d.Signature.InPlaceOf),
                Line(d.Signature.Title),
                Optional(d.Signature.Name),
                Optional(d.Signature.OtherTitle)
            ),
            Appendices = [.. d.Appendices.Select(a => a with { Label = Optional(a.Label), Title = Optional(a.Title) })],
        };
    }

    private static bool ValidDate(PaperDate date) =>
        date.Year is >= 1900 and <= 9999
        && date.Month is null or (>= 1 and <= 12)
        && (date.Day is null || (date.Month is { } m && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year, m)));

    private static IEnumerable<Problem> Tables(OfficialDocument d)
    {
        foreach (var table in d.Body.Concat(d.Appendices.SelectMany(a => a.Body)).OfType<TableBlock>())
        {
            if (table.Columns.Count is 0 or > 40)
                yield return new("body", "Bảng phải có từ 1 đến 40 cột.");
            if (table.Rows.Any(r => r.Count != table.Columns.Count))
                yield return new("body", "Mỗi dòng của bảng phải có đủ số ô như dòng tiêu đề.");
        }
    }

    private static IEnumerable<string> Lines(OfficialDocument d) =>
        new[] { d.IssuingOrgan, d.SuperiorOrgan ?? "", d.TypeName ?? "", d.Subject, d.Place, d.Symbol }
            .Concat(d.Addressees)
            .Concat(d.Recipients)
            .Concat(d.LegalBases.Select(b => b.Plain))
            .Concat(d.Body.Concat(d.Appendices.SelectMany(a => a.Body)).SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) =>
        block switch
        {
            HeadingBlock h => [h.Title.Plain],
            TextBlock t => [t.Text.Plain],
            BulletBlock b => [b.Text.Plain],
            TableBlock t => t.Columns.Select(c => c.Header.Plain).Concat(t.Rows.SelectMany(r => r).Select(c => c.Plain)),
            _ => [],
        };

    [GeneratedRegex(@"^[\p{Lu}][\p{Lu}\p{N}\p{M}.&]*([-/][\p{Lu}\p{N}.&]+)*$")]
    private static partial Regex SymbolForm();

    [GeneratedRegex(@"(^|-)CV(-|$)")]
    private static partial Regex LetterAbbreviation();
}
