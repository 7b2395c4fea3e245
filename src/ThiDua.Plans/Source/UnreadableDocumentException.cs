namespace ThiDua.Plans.Source;

/// <summary>The file cannot be read, or may not. The message is for the person who chose the file.</summary>
/// <param name="code">
/// Stable: <c>empty</c>, <c>too-large</c>, <c>too-much-text</c>, <c>too-many-paragraphs</c>, <c>too-many-pages</c>,
/// <c>too-many-entries</c>, <c>bomb</c>, <c>too-deep</c>,
/// <c>damaged</c>, <c>encrypted</c>, <c>mismatch</c>, <c>unknown-kind</c>, <c>not-a-document</c>, <c>no-text</c>, <c>secret</c>,
/// <c>needs-ocr</c>, <c>needs-office</c>, <c>program-failed</c>, <c>timeout</c>.
/// </param>
public sealed class UnreadableDocumentException(string code, string vietnamese, string english, Exception? inner = null)
    : Exception($"{vietnamese} ({english})", inner)
{
    public string Code { get; } = code;
    public string Vietnamese { get; } = vietnamese;
    public string English { get; } = english;

    internal static UnreadableDocumentException Damaged(string what, Exception? inner = null) =>
        new(
            "damaged",
            $"Tệp {what} bị hỏng hoặc không đúng định dạng, không đọc được.",
            $"The {what} file is damaged or malformed.",
            inner
        );

    internal static UnreadableDocumentException TooMuchText(long limit) =>
        new(
            "too-much-text",
            $"Văn bản dài quá {limit / 1024 / 1024} MB chữ, vượt giới hạn đọc.",
            $"More than {limit / 1024 / 1024} MB of text, which is the limit."
        );

    internal static UnreadableDocumentException TooManyParagraphs(int limit) =>
        new(
            "too-many-paragraphs",
            $"Văn bản có hơn {Grouped(limit, ".")} đoạn, vượt giới hạn đọc.",
            $"More than {Grouped(limit, ",")} paragraphs, which is the limit."
        );

    internal static UnreadableDocumentException TooManyEntries(int limit) =>
        new(
            "too-many-entries",
            $"Tệp nén có hơn {Grouped(limit, ".")} mục, vượt giới hạn đọc.",
            $"The packed file has more than {Grouped(limit, ",")} entries, which is the limit."
        );

    internal static UnreadableDocumentException TooLarge(long limit) =>
        new(
            "too-large",
            $"Tệp lớn hơn {limit / 1024 / 1024} MB, vượt giới hạn đọc.",
            $"The file is larger than {limit / 1024 / 1024} MB, which is the limit."
        );

    internal static UnreadableDocumentException TooDeep(int limit) =>
        new(
            "too-deep",
            $"Tệp lồng các phần tử quá {limit} lớp, không phải văn bản bình thường.",
            $"Elements are nested more than {limit} deep, which is the limit."
        );

    private static string Grouped(int number, string separator) =>
        number.ToString("#,0", new System.Globalization.NumberFormatInfo { NumberGroupSeparator = separator });
}
