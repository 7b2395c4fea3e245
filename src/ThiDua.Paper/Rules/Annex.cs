namespace ThiDua.Paper.Rules;

/// <summary>
/// The measurable rules of Annex I, Decree 30/2020/NĐ-CP: what is allowed (used by <see cref="AnnexCheck"/>) and what our
/// writers choose in it (the size of the Annex's own specimen). Lengths in millimetres, sizes in points.
/// </summary>
internal static class Annex
{
    public const string Font = "Times New Roman";
    public const double PageWidth = 210,
        PageHeight = 297;
    public static readonly Limits Top = new(20, 25, 20),
        Bottom = new(20, 25, 20),
        Left = new(30, 35, 30),
        Right = new(15, 20, 20);
    public static readonly Limits FirstLine = new(10, 12.7, 12.7);
    public const double ParagraphGap = 6;
    public const string NationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    public static readonly Limits NationalNameSize = new(12, 13, 12);
    public static readonly Limits MottoSize = new(13, 14, 13);
    public static readonly Limits OrganSize = new(12, 13, 12);
    public static readonly Limits NumberSize = new(13, 13, 13);
    public static readonly Limits DateSize = new(13, 14, 13);
    public static readonly Limits BodySize = new(13, 14, 14);
    public static readonly Limits LetterSubjectSize = new(12, 13, 12);
    public static readonly Limits RecipientsLabelSize = new(12, 12, 12);
    public static readonly Limits RecipientsSize = new(11, 11, 11);
    public static readonly Limits PageNumberSize = new(13, 14, 14);
    public static readonly Limits UrgencySize = new(13, 14, 13);

    /// <summary>The Annex says nothing of tables; 13 keeps them inside the body's range.</summary>
    public const double TableSize = 13;

    /// <summary>Width of the frame of an urgency stamp; its height is 8 mm.</summary>
    public static double UrgencyWidth(Urgency urgency) =>
        urgency switch
        {
            Urgency.HoaToc => 30,
            Urgency.ThuongKhan => 40,
            _ => 20,
        };

    public static string UrgencyText(Urgency urgency) =>
        urgency switch
        {
            Urgency.HoaToc => "HỎA TỐC",
            Urgency.ThuongKhan => "THƯỢNG KHẨN",
            _ => "KHẨN",
        };
}

/// <param name="Chosen">What our writers use.</param>
internal readonly record struct Limits(double Min, double Max, double Chosen)
{
    public bool Allow(double value, double tolerance = 0.05) => value >= Min - tolerance && value <= Max + tolerance;
}
