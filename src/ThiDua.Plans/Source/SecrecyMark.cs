using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Source;

/// <summary>
/// The secrecy stamp of a document (Law on Protection of State Secrets 29/2018/QH14, Decree 26/2020/NĐ-CP: MẬT, TỐI MẬT, TUYỆT MẬT, printed
/// alone near the number of the document). Such a document must never enter the system. A sentence that speaks of secrecy is no stamp.
/// </summary>
public static class SecrecyMark
{
    // The stamp stands by the letterhead. Beyond the first lines only prose follows, where a lone word is no stamp.
    private const int OpeningLines = 60;

    /// <summary>The stamp as law spells it and its line; null when the document bears none, or bears that it was declassified.</summary>
    public static (string Mark, int Line)? Find(SourceDocument document)
    {
        (string, int)? found = null;
        var seen = 0;
        for (var i = 0; i < document.Lines.Count && seen < OpeningLines; i++)
        {
            var text = document.Lines[i].Text;
            if (text.Length == 0)
            {
                continue;
            }
            seen++;
            foreach (
                var part in text.Split(['|', '\t', '\n'], StringSplitOptions.TrimEntries)
                    .SelectMany(p => p.Split("   ", StringSplitOptions.TrimEntries))
            )
            {
                if (IsDeclassified(part))
                {
                    return null;
                }
                found ??= Mark(part, alone: part.Length == text.Length) is { } mark ? (mark, i + 1) : null;
            }
        }
        return found;
    }

    /// <summary>The line is nothing but a stamp.</summary>
    internal static bool IsStamp(string line) => Mark(line.Trim(), alone: true) is not null;

    internal static void Refuse(SourceDocument document)
    {
        if (Find(document) is { } found)
        {
            throw new UnreadableDocumentException(
                "secret",
                $"Văn bản đóng dấu độ mật “{found.Mark}” (dòng {found.Line}). Hệ thống không nhận văn bản chứa "
                    + "bí mật nhà nước; hãy soạn thảo và lưu giữ văn bản này theo quy định về bảo vệ bí mật nhà nước, "
                    + "ngoài hệ thống.",
                $"The document bears the secrecy mark {found.Mark} (line {found.Line}). State secrets must stay out of this system."
            );
        }
    }

    /// <summary>The stamp that this piece of text is, if it is nothing but a stamp.</summary>
    private static string? Mark(string piece, bool alone)
    {
        if (piece.Length is < 3 or > 40)
        {
            return null;
        }
        var capitals = !piece.Any(char.IsLower);
        var folded = Letters(piece);
        var labelled = folded.StartsWith("ĐỘMẬT", StringComparison.Ordinal) && folded.Length > 5;
        folded = labelled ? folded[5..] : folded;
        return folded switch
        {
            "TUYỆTMẬT" or "TUYÊTMẬT" or "TUYỆTMÂT" or "TUYÊTMÂT" => "TUYỆT MẬT",
            "TỐIMẬT" or "TÔIMẬT" or "TỐIMÂT" or "TÔIMÂT" => "TỐI MẬT",
            // "mật" is also honey, "mất" is lost: in small letters only a whole line, or after "Độ mật:", is a stamp.
            "MẬT" when capitals || labelled || alone => "MẬT",
            "MÂT" or "MẤT" when capitals || labelled => "MẬT",
            _ => null,
        };
    }

    private static bool IsDeclassified(string piece) =>
        piece.Length < 60
        && Letters(piece) is var letters
        && (letters.StartsWith("ĐÃGIẢIMẬT", StringComparison.Ordinal) || letters is "GIẢIMẬT");

    // Stamps come spaced out ("M Ậ T"), boxed ("[MẬT]", "* MẬT *") and in any case.
    private static string Letters(string piece)
    {
        var sb = new StringBuilder(piece.Length);
        foreach (var c in piece)
        {
            if (char.IsLetterOrDigit(c))
            {
                sb.Append(char.ToUpper(c, CultureInfo.InvariantCulture));
            }
        }
        return sb.ToString();
    }
}
