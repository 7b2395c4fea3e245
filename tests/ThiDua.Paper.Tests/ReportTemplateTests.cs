using Fluid;

namespace ThiDua.Paper.Tests;

/// <summary>The templates of the first pack, filled with the values that docs/packs.md names.</summary>
public sealed class ReportTemplateTests
{
    public static TheoryData<string> Templates => ["interim", "final"];

    [Theory, MemberData(nameof(Templates))]
    public void A_filled_template_is_a_document_without_deviation(string name)
    {
        var d = Read(name, Values(v => v));

        Assert.Equal(["Như trên", "Đảng ủy xã", "Lưu: VT, CAX"], d.Recipients);
        var table = Assert.Single(d.Body.OfType<TableBlock>());
        Assert.Equal(
            ["TT", "Chỉ tiêu", "Mức giao", "Kết quả", "Số liệu gốc", "Đánh giá", "Ghi chú"],
            table.Columns.Select(c => c.Header.Plain)
        );
        Assert.Equal(
            ["1", "Giảm số vụ phạm tội về trật tự xã hội so với năm 2023", "≥ 5%", "7,14%", "13 vụ; kỳ gốc: 14 vụ", "Đạt", ""],
            table.Rows[0].Select(c => c.Plain)
        );
        Assert.Equal(3, table.Rows.Count);
        Assert.Contains(d.Body.OfType<BulletBlock>(), b => b.Text.Plain == "Ấp An Hòa: Duy trì 03 mô hình.");
        Assert.Contains(
            d.Body.OfType<BulletBlock>(),
            b => b.Text.Plain.StartsWith("Ấp An Lợi: Báo cáo quý II/2024, hạn 05/7/2024, quá hạn 3 ngày", StringComparison.Ordinal)
        );
        Assert.Contains(d.Body.OfType<TextBlock>(), b => b.Text.Plain.Contains("30/6/2024"));
        var docx = DocxWriter.Write(d);
        Assert.Equal("", string.Join('\n', DocxWriterTests.Errors(docx)));
        Assert.Equal("", string.Join('\n', AnnexCheck.Docx(docx)));
        Assert.DoesNotContain("{{", HtmlWriter.Write(d));
    }

    [Theory, MemberData(nameof(Templates))]
    public void With_nothing_but_the_needed_values_it_is_still_a_document(string name)
    {
        var values = Values(v => v);
        values["targets"] = values["units"] = values["late"] = Array.Empty<object>();
        values["narrative"] = new Dictionary<string, object?>();
        ((Dictionary<string, object?>)values["document"]!)["to"] = Array.Empty<object>();
        ((Dictionary<string, object?>)values["signer"]!)["name"] = null;

        var d = Read(name, values);

        Assert.Equal("Đảng ủy xã", d.Recipients[0]);
        Assert.Empty(d.Addressees);
        Assert.Contains(d.Body.OfType<TextBlock>(), t => t.Text.Plain == "Không có.");
        Assert.Equal("", string.Join('\n', AnnexCheck.Docx(DocxWriter.Write(d))));
    }

    [Theory, MemberData(nameof(Templates))]
    public void Hostile_values_stay_values(string name)
    {
        const string hostile = "a | b\n## II. X\n- c **d** {{ x }} <b> \\";
        var d = Read(name, Values(v => v is "Duy trì 03 mô hình." or "Tỷ lệ điều tra, khám phá án" ? hostile : v));

        Assert.Equal("a | b\n## II. X\n- c **d** {{ x }} <b> \\", d.Body.OfType<TableBlock>().Single().Rows[1][1].Plain);
        Assert.Contains(d.Body.OfType<BulletBlock>(), b => b.Text.Plain == "Ấp An Hòa: a | b\n## II. X\n- c **d** {{ x }} <b> \\");
        Assert.DoesNotContain(d.Body.OfType<HeadingBlock>(), h => h.Title.Plain == "X");
    }

    [Theory, MemberData(nameof(Templates))]
    public void The_lines_of_a_narrative_are_lines_of_the_Word_file(string name)
    {
        var d = Read(name, Values(v => v is "Duy trì 03 mô hình." ? "Họp dân 2 lần.\r\n\r\nPhát 300 tờ rơi.\u2028Sửa 4 bóng đèn." : v));
        var block = d.Body.OfType<BulletBlock>().First(b => b.Text.Plain.Contains("Họp dân", StringComparison.Ordinal));
        Assert.Equal(
            ["Họp dân 2 lần.", "Phát 300 tờ rơi.", "Sửa 4 bóng đèn."],
            block.Text.Plain.Split('\n').Select(l => l.Split(": ")[^1])
        );
        using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(d)), false);
        var paragraph = package
            .MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .First(p => p.InnerText.Contains("Họp dân", StringComparison.Ordinal));
        Assert.Equal(2, paragraph.Descendants<DocumentFormat.OpenXml.Wordprocessing.Break>().Count());
        Assert.Contains("Họp dân 2 lần.<br>Phát 300 tờ rơi.<br>Sửa 4 bóng đèn.", HtmlWriter.Write(d), StringComparison.Ordinal);
    }

    private static OfficialDocument Read(string name, Dictionary<string, object?> values)
    {
        var source = File.ReadAllText(Path.Combine(SamplePlanTests.Root(), "packs", "an-ninh-to-quoc", "reports", name + ".md"));
        Assert.True(new FluidParser().TryParse(source, out var template, out var error), error);
        var context = new TemplateContext();
        foreach (var (key, value) in values)
            context.SetValue(key, value);
        var result = MarkdownDocument.Read(template.Render(context));
        Assert.Equal("", string.Join('\n', result.Errors));
        return result.Document!;
    }

    private static Dictionary<string, object?> Values(Func<string, string> change)
    {
        string T(string text) => MarkdownDocument.Escape(change(text));
        Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
            entries.ToDictionary(e => e.Key, e => e.Value is string s ? T(s) : e.Value);
        return new()
        {
            ["document"] = Map(
                ("superior", null),
                ("organ", "Ủy ban nhân dân xã An Bình Mẫu"),
                ("number", null),
                ("symbol", "BC-UBND"),
                ("place", "An Bình Mẫu"),
                ("date", "2024-07"),
                ("to", new[] { T("UBND thành phố") }),
                ("recipients", new[] { T("Đảng ủy xã") }),
                ("keep", "VT, CAX")
            ),
            ["signer"] = Map(
                ("authority", "TM. Ủy ban nhân dân"),
                ("for", "KT. Chủ tịch"),
                ("title", "Phó Chủ tịch"),
                ("name", "Nguyễn Văn Mẫu")
            ),
            ["campaign"] = Map(
                ("name", "phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024"),
                ("movement", "Toàn dân bảo vệ an ninh Tổ quốc"),
                ("unit", "UBND xã An Bình Mẫu"),
                ("year", "2024"),
                ("from", "05/4/2024"),
                ("to", "31/12/2024"),
                ("plan_symbol", "15/KH-UBND"),
                ("plan_date", "05/4/2024")
            ),
            ["period"] = Map(("name", "6 tháng đầu năm 2024"), ("next", "6 tháng cuối năm 2024")),
            ["as_of"] = "30/6/2024",
            ["summary"] = Map(
                ("targets", 3),
                ("met", 1),
                ("on_track", 0),
                ("behind", 1),
                ("missed", 1),
                ("open", 0),
                ("units", 8),
                ("reported", 7)
            ),
            ["targets"] = new[]
            {
                Map(
                    ("no", "1"),
                    ("text", "Giảm số vụ phạm tội về trật tự xã hội so với năm 2023"),
                    ("aim", "≥ 5%"),
                    ("value", "7,14%"),
                    ("parts", "13 vụ"),
                    ("baseline", "14 vụ"),
                    ("state", "Đạt"),
                    ("note", "")
                ),
                Map(
                    ("no", "2"),
                    ("text", "Tỷ lệ điều tra, khám phá án"),
                    ("aim", "> 75%"),
                    ("value", "69,23%"),
                    ("parts", "9/13 vụ"),
                    ("baseline", ""),
                    ("state", "Chậm tiến độ"),
                    ("note", "Tạm tính: 7/8 đơn vị"),
                    ("behind", true)
                ),
                Map(
                    ("no", "3"),
                    ("text", "Tuyên truyền đến hộ dân của từng ấp"),
                    ("aim", "≥ 75%"),
                    ("value", "81,5%"),
                    ("parts", "1.956/2.400 hộ"),
                    ("baseline", ""),
                    ("state", "Không đạt"),
                    ("note", "05/06 ấp đạt"),
                    ("missed", true)
                ),
            },
            ["units"] = new[]
            {
                Map(
                    ("name", "Ấp An Hòa"),
                    ("results", "Duy trì 03 mô hình."),
                    ("difficulties", "Kinh phí hoạt động còn hạn chế."),
                    ("proposals", "")
                ),
                Map(
                    ("name", "Công an xã"),
                    ("results", "Tiếp nhận 21 tin báo, giải quyết 20 tin."),
                    ("difficulties", ""),
                    ("proposals", "Đề nghị hỗ trợ phương tiện tuần tra.")
                ),
            },
            ["late"] = new[] { Map(("name", "Ấp An Lợi"), ("what", "Báo cáo quý II/2024"), ("due", "05/7/2024"), ("days", "3")) },
            ["narrative"] = Map(
                ("leadership", "UBND xã đã tổ chức lễ phát động ngày 10/4/2024 với đại diện 06 ấp."),
                ("next", "Tập trung chuyển hóa địa bàn; đôn đốc các đơn vị gửi số liệu đúng hạn.")
            ),
        };
    }
}
