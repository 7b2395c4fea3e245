using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ThiDua.Paper.Tests;

public sealed class HtmlWriterTests
{
    [Fact]
    public void The_parts_stand_in_the_order_of_the_Annex()
    {
        var text = Plain(HtmlWriter.Fragment(Samples.Report()));
        string[] parts =
        [
            "UBND THÀNH PHỐ SÔNG MẪU",
            "ỦY BAN NHÂN DÂN",
            "XÃ AN BÌNH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 07/BC-UBND",
            "KHẨN",
            "An Bình, ngày 05 tháng 02 năm 2024",
            "BÁO CÁO",
            "Sơ kết phong trào",
            "Kính gửi:",
            "- UBND thành phố;",
            "- Công an thành phố.",
            "của UBND xã An Bình;",
            "về công tác văn thư.",
            "I. TÌNH HÌNH, KẾT QUẢ",
            "An Bình./.",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT, CAX.",
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Nguyễn Văn Mẫu",
            "Phụ lục I",
            "DANH SÁCH CÁC ẤP",
            "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân xã An Bình)",
        ];
        var at = 0;
        foreach (var part in parts)
        {
            var next = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"“{part}” is missing after position {at}");
            at = next;
        }
    }

    [Theory, MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void The_page_is_well_formed_and_its_headings_leave_no_gap(string name)
    {
        var article = XDocument.Parse(HtmlWriter.Fragment(Samples.Of(name)).Replace("<br>", "<br/>").Replace("&#xA0;", " "));
        var levels = article
            .Descendants()
            .Where(e => Regex.IsMatch(e.Name.LocalName, "^h[1-6]$"))
            .Select(e => e.Name.LocalName[1] - '0')
            .ToList();
        var deepest = 1;
        foreach (var level in levels)
        {
            Assert.True(level <= deepest + 1, string.Join(',', levels));
            deepest = Math.Max(deepest, level);
        }
        Assert.All(
            article.Descendants("table"),
            t => Assert.All(t.Element("thead")!.Descendants("th"), th => Assert.Equal("col", th.Attribute("scope")!.Value))
        );
    }

    [Fact]
    public void Markup_in_a_value_is_only_letters()
    {
        var d = Samples.Report() with
        {
            Body =
            [
                new HeadingBlock(HeadingKind.Roman, "I.", "<script>alert(1)</script>"),
                new TextBlock("<img src=x onerror=alert(1)> & “”"),
            ],
            Recipients = ["<b>x</b>", "Lưu: VT"],
        };
        var html = HtmlWriter.Write(d);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt; &amp; “”", html);
    }

    private static string Plain(string html) =>
        Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")), @"\s+", " ");
}
