using System.Collections.Frozen;

namespace ThiDua.Plans.Source.Text;

/// <summary>How Vietnamese a text reads: to choose among encodings, not to check spelling.</summary>
internal static class Vietnamese
{
    // Words of administrative prose that have marks; a wrong encoding hits none of them.
    private static readonly string[] Words =
    [
        "và",
        "của",
        "các",
        "được",
        "công",
        "đồng",
        "xã",
        "hội",
        "nhân",
        "dân",
        "về",
        "số",
        "năm",
        "tháng",
        "ngày",
        "kế",
        "hoạch",
        "thực",
        "hiện",
        "ủy",
        "uỷ",
        "việc",
        "tổ",
        "chức",
        "bảo",
        "vệ",
        "đảm",
        "trật",
        "tự",
        "tội",
        "phạm",
        "phòng",
        "chống",
        "nhiệm",
        "vụ",
        "tỉnh",
        "huyện",
        "phường",
        "căn",
        "cứ",
        "độc",
        "lập",
        "hạnh",
        "phúc",
        "cộng",
        "hòa",
        "chủ",
        "nghĩa",
        "việt",
        "nơi",
        "nhận",
        "mục",
        "đích",
        "yêu",
        "cầu",
        "chỉ",
        "tiêu",
        "giải",
        "pháp",
        "đến",
        "với",
        "trong",
        "địa",
        "bàn",
        "quản",
        "lý",
        "nhà",
        "nước",
        "đối",
        "tượng",
        "người",
        "một",
        "những",
        "không",
        "có",
        "cơ",
        "quan",
        "đơn",
        "vị",
        "phối",
        "hợp",
        "báo",
        "cáo",
    ];

    /// <summary>Letters that only Vietnamese has among the encodings at hand.</summary>
    public static int Letters(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += IsOwnLetter(c) ? 1 : 0;
        }
        return count;
    }

    private static bool IsOwnLetter(char c) =>
        c
            is >= '\u1EA0'
                and <= '\u1EF9'
                or 'ă'
                or 'Ă'
                or 'đ'
                or 'Đ'
                or 'ơ'
                or 'Ơ'
                or 'ư'
                or 'Ư'
                or '\u0300'
                or '\u0301'
                or '\u0303'
                or '\u0309'
                or '\u0323';

    /// <summary>Known words found, less signs that belong into no Vietnamese word.</summary>
    public static int Score(string text)
    {
        var known = Known.Value;
        int score = 0,
            start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (
                i < text.Length
                && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)
            )
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0 && i - start is > 1 and < 9 && HasMark(text.AsSpan(start, i - start)))
            {
                score += known.Contains(Clean.Line(text[start..i]).ToLowerInvariant()) ? 4 : 0;
            }
            start = -1;
            score -=
                i < text.Length
                && text[i]
                    is >= '\u00A2'
                        and <= '\u00BF'
                        and not ('\u00A7' or '\u00AB' or '\u00AD' or '\u00B0' or '\u00B1' or '\u00B2' or '\u00B3' or '\u00B7' or '\u00BB')
                    ? 1
                    : 0;
        }
        return score;
    }

    private static bool HasMark(ReadOnlySpan<char> word) => word.ContainsAnyExceptInRange('\0', '\u007F');

    private static readonly Lazy<FrozenSet<string>> Known = new(() => Words.Where(w => HasMark(w)).ToFrozenSet(StringComparer.Ordinal));
}
