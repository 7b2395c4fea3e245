using CsCheck;

namespace ThiDua.Paper.Tests;

public sealed class MarkdownDocumentTests
{
    private const string Header = """
        ---
        organ: Ủy ban nhân dân xã An Bình
        symbol: BC-UBND
        place: An Bình
        date: 2024-06
        type: Báo cáo
        subject: Kết quả: sơ kết
        title: Chủ tịch
        recipients:
          - Đảng ủy xã
          - Lưu: VT
        ---

        """;

    [Fact]
    public void Every_kind_of_block_is_read()
    {
        var d = Read(
            """
            ## I. KẾT QUẢ
            ### 1. Về **chỉ tiêu**
            #### 1.1. Mô hình
            Đoạn văn có chữ **đậm**, *nghiêng*
            và dòng tiếp theo.

            - Dòng một
            + Dòng con
              - Dòng con nữa
            1. Khoản không có tiêu đề
            a) Điểm a

            | TT | Chỉ tiêu | Kết quả |
            | :-: | --- | --: |
            | 1 | Số vụ \| đã rõ | **7,14%** |

            ### Điều 1. Phạm vi
            Hết.

            # Phụ lục I. Danh sách ấp
            | TT | Ấp |
            | --- | --- |
            | 1 | An Hòa |
            """
        );

        Assert.Equal(
            [
                "Roman I. KẾT QUẢ",
                "Clause 1. Về chỉ tiêu",
                "SubClause 1.1. Mô hình",
                " Đoạn văn có chữ đậm, nghiêng và dòng tiếp theo.",
                "-0 Dòng một",
                "-1 Dòng con",
                "-1 Dòng con nữa",
                "1. Khoản không có tiêu đề",
                "a) Điểm a",
                "TT|Chỉ tiêu|Kết quả / 1|Số vụ | đã rõ|7,14%",
                "Article Điều 1. Phạm vi",
                " Hết.",
            ],
            d.Body.Select(Shown)
        );
        Assert.Equal(
            [new("Đoạn văn có chữ "), new("đậm", Bold: true), new(", "), new("nghiêng", Italic: true), new(" và dòng tiếp theo.")],
            Assert.IsType<TextBlock>(d.Body[3]).Text.Spans
        );
        Assert.Equal(
            [CellAlign.Centre, CellAlign.Left, CellAlign.Right],
            d.Body.OfType<TableBlock>().Single().Columns.Select(c => c.Align)
        );
        Assert.Equal("Mô hình", d.Body.OfType<TableBlock>().Single().Caption);
        var appendix = Assert.Single(d.Appendices);
        Assert.Equal(("I", "Danh sách ấp", 1), (appendix.Label, appendix.Title, appendix.Body.Count));
        Assert.Equal(("Kết quả: sơ kết", new PaperDate(2024, 6), null), (d.Subject, d.Date, d.Number));
        Assert.Equal(["Đảng ủy xã", "Lưu: VT"], d.Recipients);
    }

    [Theory]
    [InlineData("## KẾT QUẢ\nHết.", 13, "Đề mục phải có số thứ tự")]
    [InlineData("Đoạn.\n\n> trích\n\nHết.", 15, "Chỉ dùng đề mục")]
    [InlineData("| a | b |\n| - | - |\n| 1 |\n\nHết.", 15, "có 1 ô, tiêu đề có 2 ô")]
    [InlineData("| a | b |\n| 1 | 2 |\n\nHết.", 14, "dòng gạch, đủ 2 ô")]
    [InlineData("Hết.\n\n## I. KẾT QUẢ", 15, "kết thúc bằng một đoạn văn")]
    [InlineData("MẬT\n\nHết.", 13, "dấu chỉ độ mật")]
    public void A_mistake_in_the_body_names_its_line(string body, int line, string message)
    {
        var result = MarkdownDocument.Read(Header + body);

        Assert.Null(result.Document);
        var error = Assert.Single(result.Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("symbol: BC-UBND", "symbol: CV-UBND", 3, "không dùng “CV”")]
    [InlineData("symbol: BC-UBND", "symbol: BC UBND/", 3, "Ký hiệu gồm các nhóm")]
    [InlineData("date: 2024-06", "date: tháng sáu", 5, "Không hiểu ngày")]
    [InlineData("date: 2024-06", "date: 2024-02-30", 5, "Không hiểu ngày")]
    [InlineData("date: 2024-06", "date: 2024-06\nnumber: 0", 6, "số nguyên từ 1")]
    [InlineData("type: Báo cáo", "kind: Báo cáo", 6, "Không có mục “kind”")]
    [InlineData("type: Báo cáo", "organ: Khác", 6, "đã có ở dòng 2")]
    [InlineData("type: Báo cáo", "type: Báo cáo\nurgency: mật", 7, "dấu chỉ độ mật")]
    [InlineData("type: Báo cáo", "type: Báo cáo\nsecrecy: MẬT", 7, "dấu chỉ độ mật")]
    [InlineData("type: Báo cáo", "type: Báo cáo\nurgency: gấp", 7, "khẩn, thượng khẩn, hỏa tốc")]
    [InlineData("  - Lưu: VT\n", "", 9, "“Lưu: VT")]
    [InlineData("title: Chủ tịch\n", "", 1, "Thiếu mục “title”")]
    public void A_mistake_in_the_header_names_its_line(string right, string wrong, int line, string message)
    {
        var result = MarkdownDocument.Read(Header.Replace(right, wrong) + "Hết.");

        Assert.Null(result.Document);
        Assert.Contains(result.Errors, e => e.Line == line && e.Message.Contains(message));
    }

    [Theory, InlineData(""), InlineData("Không có phần đầu"), InlineData("---\norgan: A")]
    public void A_text_without_a_header_is_an_error(string text) => Assert.NotEmpty(MarkdownDocument.Read(text).Errors);

    [Fact]
    public void Any_escaped_value_comes_out_as_the_same_letters() =>
        Gen.String[Gen.Char[" aB1-*_|#>`~=\\[]<&:;.+“đ\n\r\t"], 1, 30]
            .Where(v => v.Trim().Length > 0 && !Secrecy.IsMark(v))
            .Sample(
                value =>
                {
                    var safe = MarkdownDocument.Escape(value);
                    var lines = value
                        .ReplaceLineEndings("\n")
                        .Replace('\t', ' ')
                        .Split('\n')
                        .Select(l => l.Trim())
                        .Where(l => l.Length > 0);
                    var expected = string.Join('\n', lines);
                    var d = Read($"Giá trị: {safe}\n\n| Ô | Hai |\n| - | - |\n| {safe} | {safe} |\n\n- {safe}\n\nHết.");
                    Assert.Equal(
                        [$" Giá trị: {expected}", $"-0 {expected}"],
                        [$" Giá trị: {((TextBlock)d.Body[0]).Text.Plain[8..].Trim()}", Shown(d.Body[2])]
                    );
                    Assert.Equal([expected, expected], d.Body.OfType<TableBlock>().Single().Rows.Single().Select(c => c.Plain));
                },
                iter: 2000
            );

    [Fact]
    public void No_text_makes_the_reader_fail() =>
        Pick(
            "---",
            "\n",
            "## ",
            "I. ",
            "| a ",
            "| - |",
            "|\n",
            "- ",
            "**",
            "*",
            "_",
            "\\",
            "organ: x\n",
            "recipients:\n",
            "- Lưu: VT\n",
            "1. ",
            "# Phụ lục II",
            " ",
            "đ",
            "\u0000",
            "\ud800"
        )
            .Array[0, 40]
            .Sample(
                parts =>
                {
                    var result = MarkdownDocument.Read(string.Concat(parts));
                    Assert.Equal(result.Document is null, result.Errors.Count > 0);
                },
                iter: 3000
            );

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static OfficialDocument Read(string body)
    {
        var result = MarkdownDocument.Read(Header + body);
        Assert.Equal("", string.Join('\n', result.Errors));
        return result.Document!;
    }

    private static string Shown(Block block) =>
        block switch
        {
            HeadingBlock h => $"{h.Kind} {h.Label} {h.Title}",
            TextBlock t => $"{t.Label} {t.Text}",
            BulletBlock b => $"-{b.Level} {b.Text}",
            TableBlock t => string.Join(" / ", t.Rows.Prepend([.. t.Columns.Select(c => c.Header)]).Select(r => string.Join('|', r))),
            _ => throw new InvalidOperationException(),
        };
}
