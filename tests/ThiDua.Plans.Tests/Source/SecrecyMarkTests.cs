using ThiDua.Plans.Source;
using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.Source;

public sealed class SecrecyMarkTests
{
    [Theory]
    [InlineData("MẬT", "MẬT")]
    [InlineData("  M Ậ T  ", "MẬT")]
    [InlineData("[TỐI MẬT]", "TỐI MẬT")]
    [InlineData("**TUYỆT MẬT**", "TUYỆT MẬT")]
    [InlineData("Độ mật: Tối mật", "TỐI MẬT")]
    [InlineData("Mật", "MẬT")]
    [InlineData("UBND XÃ BÌNH MINH          MẬT", "MẬT")]
    [InlineData("TUYÊT MÂT", "TUYỆT MẬT")]
    public void A_stamp_by_the_letterhead_refuses_the_document(string stamp, string mark)
    {
        var refused = Refused($"UBND XÃ BÌNH MINH\nSố: 12/KH-UBND\n{stamp}\n\nKẾ HOẠCH\n");
        Assert.Equal("secret", refused.Code);
        Assert.Contains(mark, refused.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("bí mật nhà nước", refused.Vietnamese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Công tác bảo vệ bí mật nhà nước được giữ nghiêm.")]
    [InlineData("BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    [InlineData("Không gửi tài liệu MẬT qua mạng.")]
    [InlineData("| Mật | Ong |")]
    [InlineData("Mất")]
    [InlineData("MẶT TRẬN TỔ QUỐC")]
    [InlineData("Đã giải mật ngày 01/01/2020\nMẬT")]
    public void Words_about_secrecy_do_not(string line) => Assert.Null(SecrecyMark.Find(Read($"KẾ HOẠCH\n{line}\n")));

    [Fact]
    public void A_lone_word_deep_in_the_text_is_no_stamp()
    {
        var text = string.Concat(Enumerable.Range(1, 80).Select(i => $"Đoạn {i}.\n")) + "MẬT\n";
        Assert.Null(SecrecyMark.Find(Read(text)));
    }
}
