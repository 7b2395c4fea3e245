using ThiDua.Plans.Reading.Structure;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Goals without a figure, in the parts that set targets: "Giữ vững danh hiệu xã an toàn", "Không để xảy ra cháy lớn".</summary>
internal static class Goals
{
    private static readonly Phrases<bool> Wishes = Vocabulary.Set("targets/wishes");

    public static bool Is(Paragraph paragraph, TextRange clause) => !paragraph.IsHeading && paragraph.Words.HasAny(clause, Wishes);
}
