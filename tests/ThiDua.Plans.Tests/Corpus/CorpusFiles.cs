namespace ThiDua.Plans.Tests.Corpus;

/// <summary>
/// The documents of <c>tests/corpus</c> that are no text: their gold files stand there, they themselves are built here,
/// each time alike.
/// </summary>
internal static class CorpusFiles
{
    private static readonly Dictionary<string, Func<byte[]>> Built = new(StringComparer.Ordinal)
    {
        ["26-giao-thong-danh-so.docx"] = () => Communes.Traffic.Bytes(),
        ["27-quyet-dinh-dinh-kem.docx"] = () => Decisions.WithPlan.Bytes(),
        ["28-chi-thi-sua-nhap.docx"] = () => Decisions.Directive.Bytes(),
        ["29-cong-dien-khung.docx"] = () => Urgent.Telegram.Bytes(),
        ["30-dang-uy-phuong.docx"] = () => PartyPapers.Ward.Bytes(),
        ["31-ban-chi-dao-bang.docx"] = () => Committees.Table.Bytes(),
        ["32-sua-doi-bo-sung.docx"] = () => Decisions.Amendment.Bytes(),
        ["33-du-thao-truong.docx"] = () => Urgent.Draft.Bytes(),
        ["34-xa-hai-cap.docx"] = () => Communes.TwoTier.Bytes(),
        ["35-chuong-trinh-phu-luc.docx"] = () => Committees.Programme.Bytes(),
        ["36-thanh-pho-nhieu-cap.docx"] = () => Cities.Levels.Bytes(),
        ["37-lien-nganh.docx"] = () => Cities.Joint.Bytes(),
        ["40-ban-in.pdf"] = () => Printed.Plan().Bytes(),
    };

    public static bool Has(string name) => Built.ContainsKey(name);

    public static byte[] Of(string name) => Built[name]();
}
