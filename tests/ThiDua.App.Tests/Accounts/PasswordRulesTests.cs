using ThiDua.App.Security;

namespace ThiDua.App.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("1111111111", PasswordFault.Repeated)]
    [InlineData("abababababab", PasswordFault.Repeated)]
    [InlineData("1234567890", PasswordFault.Repeated)]
    [InlineData("0987654321", PasswordFault.Repeated)]
    [InlineData("qwertyuiop", PasswordFault.Repeated)]
    [InlineData("abcdefghijk", PasswordFault.Repeated)]
    [InlineData("password2024", PasswordFault.Common)]
    [InlineData("Mật Khẩu 2024", PasswordFault.Common)]
    [InlineData("anhyeuem123", PasswordFault.Common)]
    [InlineData("123456789a", PasswordFault.Repeated)]
    [InlineData("thidua2024", PasswordFault.Common)]
    [InlineData("vanphong2024", PasswordFault.Common)]
    [InlineData("nguyenthilan1", PasswordFault.OwnName)]
    [InlineData("lan.nguyen99", PasswordFault.OwnName)]
    [InlineData("ngắn quá", PasswordFault.TooShort)]
    [InlineData("", PasswordFault.TooShort)]
    [InlineData(null, PasswordFault.TooShort)]
    public void What_is_easily_guessed_is_refused(string? password, PasswordFault fault) =>
        Assert.Equal(fault, PasswordRules.Fault(password, "lan.nguyen", "Nguyễn Thị Lan"));

    [Theory]
    [InlineData("mat khau thu 2024")]
    [InlineData("cây bàng trước cổng trường")]
    [InlineData("4kwd-qgpn-gz93")]
    [InlineData("Lan trồng 12 cây mít")]
    [InlineData("mot cau de nho")]
    public void A_sentence_or_a_drawn_one_is_taken(string password) =>
        Assert.Null(PasswordRules.Fault(password, "lan.nguyen", "Nguyễn Thị Lan"));

    [Fact]
    public void One_without_end_is_refused() =>
        Assert.Equal(PasswordFault.TooLong, PasswordRules.Fault(new string('x', 100_000), "lan", "Lan"));

    [Theory]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
        "Chrome, Android"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
        "Edge, Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "Safari, iPhone"
    )]
    [InlineData("curl/8.5", "?")]
    [InlineData(null, "?")]
    public void A_browser_is_kept_by_its_short_name(string? userAgent, string name) => Assert.Equal(name, BrowserName.Of(userAgent));
}
