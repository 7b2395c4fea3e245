using ThiDua.Plans.Reading.Tasks;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>What a site prints below a document: links to other documents, forms, its own data. It cites what the document does not.</summary>
internal static class SiteTail
{
    private static readonly string[] Openings =
    [
        "van ban lien quan",
        "van ban cung",
        "van ban bi thay the",
        "van ban duoc huong dan",
        "van ban goc",
        "luoc do",
        "tai ve",
        "tai van ban",
        "dang nhap",
        "dang ky tai khoan",
        "binh luan",
        "y kien ban doc",
        "tu khoa",
        "hoi dap phap luat",
        "tin lien quan",
        "tin cung chuyen muc",
        "bai viet lien quan",
        "bai viet khac",
        "xem them",
        "file duoc dinh kem",
        "tep dinh kem",
        "ban quyen",
        "copyright",
        "thuoc tinh van ban",
        "cac tin khac",
        "tin khac",
    ];

    /// <summary>0-based index of its first line at or after <paramref name="from"/>, which stands below the document's signature; the number of lines without one.</summary>
    public static int Start(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length is < 5 or > 60 || lines[i].Row is { Borderless: false } || text[^1] is ';' or ',')
                continue;
            var folded = Folding.Of(text);
            if (Array.Exists(Openings, o => folded.StartsWith(o, StringComparison.Ordinal)))
                return i;
        }
        return lines.Count;
    }
}
