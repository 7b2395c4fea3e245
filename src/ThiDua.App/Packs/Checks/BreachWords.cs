using ThiDua.App.Packs.Privacy;

namespace ThiDua.App.Packs.Checks;

/// <summary>What is said of a definition that asks too much, and what is right instead.</summary>
internal static class BreachWords
{
    private static readonly LocalText Rule = new(
        "số đếm về công việc, mô hình, tổ chức; không thông tin về cá nhân",
        "counts of work, models or organisations; nothing about a person"
    );

    private static readonly LocalText Post = new(
        "ô kind: member (người giữ chức trách công), officer, unit, hoặc ô kind: number để ghi số",
        "a field of kind member (who holds a public post), officer or unit, or a number"
    );

    public static LocalText Why(Breach breach) =>
        breach switch
        {
            Breach.Who => new("hỏi một người là ai, hoặc lập danh sách người", "asks who somebody is, or makes a list of persons"),
            Breach.OwnTrait => new(
                "hỏi tôn giáo, dân tộc, quan điểm, sức khỏe hoặc gia đình của cá nhân",
                "asks for somebody's religion, ethnicity, opinions, health or family"
            ),
            Breach.CountedTrait => new(
                "đếm người, hộ hoặc vụ việc theo tôn giáo, dân tộc, quan điểm, sức khỏe hoặc gia đình",
                "counts people, households or cases by religion, ethnicity, opinions, health or family"
            ),
            Breach.Subjects => new(
                "lập danh sách, theo dõi hoặc mô tả người bị tình nghi, truy nã, đã chấp hành án, sử dụng ma túy",
                "lists, watches or describes suspects, wanted or released persons or users of drugs"
            ),
            _ => new("hỏi tên người trong ô chữ", "asks for somebody's name in a field of text"),
        };

    public static LocalText Right(Breach breach) => breach == Breach.Named ? Post : Rule;
}
