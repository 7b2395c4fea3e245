using System.Text.RegularExpressions;

namespace ThiDua.Paper;

/// <summary>State secrets stay outside the system: no document made here carries a secrecy mark.</summary>
public static partial class Secrecy
{
    /// <summary>Why a marked document is refused, for the person who asked.</summary>
    public const string Refusal =
        "Hệ thống không lập văn bản có dấu chỉ độ mật; văn bản mật được soạn thảo và quản lý ngoài hệ thống theo pháp luật về bảo vệ bí mật nhà nước.";

    /// <summary>True for a line that is a secrecy mark (MẬT, TỐI MẬT, TUYỆT MẬT), not for a text that speaks of secrets.</summary>
    public static bool IsMark(string line) => Mark().IsMatch(line.Normalize());

    [GeneratedRegex(
        @"^\W*(TUYỆT MẬT|TỐI MẬT|MẬT)\W*$|^\W*(?i:độ mật|dấu mật)\W+(?i:tuyệt mật|tối mật|mật)\W*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();
}
