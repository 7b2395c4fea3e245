using System.Text;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

public sealed class EncodingTests
{
    private const string Text =
        "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\nKế hoạch số 12/KH-UBND: giảm "
        + "tội phạm ít nhất 05%, ưu tiên địa bàn trọng điểm";

    [Fact]
    public void Utf16_with_and_without_mark_and_utf8_with_mark()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8, Encoding.UTF32])
        {
            Assert.Equal(Text.Split('\n'), Texts(Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "a.txt")));
        }
        var bare = Read(Encoding.Unicode.GetBytes(Text), "a.txt");
        Assert.Equal(Text.Split('\n'), Texts(bare));
        Assert.Equal("old-encoding", Assert.Single(bare.Warnings).Code);
    }

    // Written out as bytes, independently of the tables under test.
    [Theory]
    [InlineData(
        "TCVN3",
        "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nKÕ ho¹ch sè 12/KH-UBND: gi¶m "
            + "téi ph¹m Ýt nhÊt 05%, \u00ADu tiªn ®Þa bµn träng ®iÓm"
    )]
    [InlineData(
        "VNI",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\nKeá hoaïch soá "
            + "12/KH-UBND: giaûm toäi phaïm ít nhaát 05%, öu tieân ñòa baøn troïng ñieåm"
    )]
    [InlineData(
        "1258",
        "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam\nÐôòc lâòp - Týò do - Haònh phuìc\nKêì hoaòch sôì "
            + "12/KH-UBND: giaÒm tôòi phaòm iìt nhâìt 05%, ýu tiên ðiòa baÌn troòng ðiêÒm"
    )]
    public void Old_encodings_are_detected_and_converted(string name, string codes)
    {
        var document = Read(Encoding.Latin1.GetBytes(codes), "a.txt");
        Assert.Equal(Text.Split('\n'), Texts(document));
        var warning = Assert.Single(document.Warnings);
        Assert.Equal("old-encoding", warning.Code);
        Assert.Contains(name, warning.Message, StringComparison.Ordinal);
    }

    // As Word saves a web page: Latin letters as bytes of Windows-1252, the others as references.
    [Fact]
    public void A_page_with_references_is_in_no_old_encoding()
    {
        const string body =
            "<html><body><p>Công an xã Hòa Bình, Hội Nông dân, Đoàn Thanh niên và các tổ chức ở địa phương "
            + "cùng tổ chức thực hiện, báo cáo kết quả</p></body></html>";
        var page = string.Concat(body.Select(c => c > 255 ? $"&#{(int)c};" : c.ToString()));
        var document = Read(Encoding.Latin1.GetBytes(page), "a.htm");
        Assert.Equal([body[15..^18]], Texts(document));
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void Old_codes_wrapped_in_unicode_are_converted_too() =>
        Assert.Equal("Cộng hòa xã hội chủ nghĩa Việt Nam", Read("Céng hßa x· héi chñ nghÜa ViÖt Nam", "a.txt").Lines[0].Text);

    /// <summary>A converter that lost the letter below a grave mark; a mark on a vowel is composed with it.</summary>
    [Theory]
    [InlineData("Ng\u0300y 02, v\u0300 Đ\u0300o tạo", "Ngày 02, và Đào tạo")]
    [InlineData("Nga\u0300y", "Ngày")]
    public void A_grave_mark_behind_a_consonant_is_the_letter_it_stood_on(string read, string right) =>
        Assert.Equal(right, Read(read, "a.txt").Text.Trim());

    [Fact]
    public void A_cut_letter_is_no_other_encoding()
    {
        var document = Read([.. Encoding.UTF8.GetBytes(Text), 0xE1, 0xBB], "a.txt");
        Assert.StartsWith("Cộng hòa", document.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal("damaged-characters", Assert.Single(document.Warnings).Code);
    }

    [Theory]
    [InlineData("No Vietnamese here at all, plain words.")]
    [InlineData("Café à la crème, déjà vu")]
    public void Other_text_stays_as_it_is(string text)
    {
        var document = Read(text, "a.txt");
        Assert.Equal(text, document.Lines[0].Text);
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void Vietnamese_without_marks_is_left_alone() =>
        Assert.Empty(Read("Ke hoach so 12/KH-UBND ngay 15 thang 4 nam 2024", "a.txt").Warnings);
}
