using System.Globalization;

namespace ThiDua.Paper.Markdown;

/// <summary>Makes the document of the header's entries and the body.</summary>
internal sealed class HeaderReader(FrontMatter header, List<MarkdownError> errors)
{
    public static OfficialDocument? Document(FrontMatter header, BodyText body, List<MarkdownError> errors)
    {
        var reader = new HeaderReader(header, errors);
        var document = new OfficialDocument
        {
            SuperiorOrgan = reader.Optional("superior"),
            IssuingOrgan = string.Join('\n', reader.List("organ", required: true)),
            Number = reader.Number(),
            Symbol = reader.Required("symbol"),
            Place = reader.Required("place"),
            Date = reader.Date(),
            TypeName = reader.Optional("type"),
            Subject = reader.Required("subject"),
            Addressees = reader.List("to"),
            LegalBases = [.. reader.List("bases").Select(b => Inlines.Read(b))],
            Body = body.Blocks,
            Appendices = body.Appendices,
            Signature = new SignatureBlock(
                reader.Optional("authority"),
                reader.Optional("for"),
                reader.Required("title"),
                reader.Optional("name"),
                reader.Optional("other_title")
            ),
            Recipients = reader.Recipients(),
            Urgency = reader.Urgent(),
        };
        return errors.Count == 0 ? document : null;
    }

    private string? Optional(string key)
    {
        if (!header.Entries.TryGetValue(key, out var entry) || entry.Values.Count == 0)
            return null;
        if (entry.Values.Count > 1)
            Error(key, $"Mục “{key}” chỉ có một dòng.");
        return Unescape(entry.Values[0]);
    }

    private string Required(string key)
    {
        var value = Optional(key);
        if (string.IsNullOrWhiteSpace(value))
            Error(key, $"Thiếu mục “{key}”.");
        return value ?? "";
    }

    private IReadOnlyList<string> List(string key, bool required = false)
    {
        var values = header.Entries.TryGetValue(key, out var entry) ? entry.Values : [];
        if (required && values.Count == 0)
            Error(key, $"Thiếu mục “{key}”.");
        // Legal bases keep their marks: they are rich text.
        return key == "bases" ? values : [.. values.Select(Unescape)];
    }

    private int? Number()
    {
        var text = Optional("number");
        if (text is null)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Error("number", "Số của văn bản là số nguyên từ 1; để trống khi chưa vào sổ.");
        return null;
    }

    private PaperDate Date()
    {
        var text = Required("date");
        foreach (var (format, parts) in new[] { ("yyyy-MM-dd", 3), ("d/M/yyyy", 3), ("yyyy-MM", 2), ("M/yyyy", 2), ("yyyy", 1) })
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return new(date.Year, parts > 1 ? date.Month : null, parts > 2 ? date.Day : null);
        if (text.Length > 0)
            Error("date", $"Không hiểu ngày “{text}”: cần dạng 2024-04-05, hoặc 2024-04 khi chưa có ngày.");
        return default;
    }

    private IReadOnlyList<string> Recipients()
    {
        var list = List("recipients", required: true);
        if (list.Count > 0 && !list[^1].StartsWith("Lưu:", StringComparison.Ordinal))
            Error("recipients", "Dòng cuối của nơi nhận phải là “Lưu: VT, …”.");
        return list;
    }

    private Urgency Urgent()
    {
        var text = Optional("urgency");
        switch (text?.Normalize().ToLowerInvariant())
        {
            case null:
                return Urgency.None;
            case "khẩn":
                return Urgency.Khan;
            case "thượng khẩn":
                return Urgency.ThuongKhan;
            case "hỏa tốc" or "hoả tốc":
                return Urgency.HoaToc;
            default:
                Error(
                    "urgency",
                    Secrecy.IsMark(text!.ToUpperInvariant()) ? Secrecy.Refusal : "Mức độ khẩn là một trong: khẩn, thượng khẩn, hỏa tốc."
                );
                return Urgency.None;
        }
    }

    // A template escapes every value, also in the header, where the marks mean nothing.
    private static string Unescape(string value)
    {
        if (!value.Contains('\\'))
            return value;
        var text = new System.Text.StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && (char.IsPunctuation(value[i + 1]) || char.IsSymbol(value[i + 1])))
                i++;
            text.Append(value[i]);
        }
        return text.ToString();
    }

    private void Error(string key, string message) => errors.Add(new(header.LineOf(key), message));
}
