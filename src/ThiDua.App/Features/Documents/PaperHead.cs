using System.Globalization;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Features.Documents;

/// <summary>
/// The parts of a report that say whose it is, about what and of when; what the plan does not say stays blank for the clerk.
/// </summary>
internal sealed class PaperHead(Campaign campaign, UnitRow unit, Pack pack, Plan plan, DateOnly asOf, DateOnly today)
{
    private string Organ => $"Ủy ban nhân dân {char.ToLowerInvariant(unit.Name[0])}{unit.Name[1..]}";

    public Dictionary<string, object?> Document =>
        new()
        {
            ["organ"] = Organ,
            ["place"] = plan.Header.Place ?? unit.Name,
            ["date"] = today.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            ["to"] = new List<string>(),
            ["keep"] = "VT",
            ["recipients"] = plan.Recipients.Where(r => !r.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase)).ToList(),
        };

    public Dictionary<string, object?> Signer =>
        new()
        {
            ["authority"] = plan.Signature.Powers().OnBehalf ?? "TM. Ủy ban nhân dân",
            ["for"] = plan.Signature.Powers().For,
            ["title"] = plan.Signature.Title ?? "Chủ tịch",
        };

    public Dictionary<string, object?> Campaign =>
        new()
        {
            ["movement"] = pack.Movement.Vi.Trim('“', '”', '"'),
            ["name"] = Lower(campaign.Name),
            ["unit"] = Organ,
            ["year"] = campaign.Year,
            ["from"] = InText(campaign.From),
            ["to"] = InText(campaign.To),
            ["plan_symbol"] =
                campaign.PlanSymbol is { } symbol && char.IsDigit(symbol[0]) ? symbol : $"…/{plan.Header.Symbol ?? "KH-UBND"}",
            ["plan_date"] = PlanDate,
        };

    public Dictionary<string, object?> Period =>
        new()
        {
            ["name"] =
                asOf >= campaign.To ? $"năm {campaign.Year}"
                : asOf.Month == 6 && asOf.Day == 30 ? $"6 tháng đầu năm {campaign.Year}"
                : $"{Months} tháng đầu năm {campaign.Year}",
            ["next"] = asOf >= campaign.To ? $"năm {campaign.Year + 1}" : $"những tháng cuối năm {campaign.Year}",
        };

    /// <summary>A date as Decree 30 writes it in a text: a zero before the day below 10 and the months 1 and 2.</summary>
    public static string InText(DateOnly day) => Shared.Show.InText(day);

    /// <summary>Whole months that the figures cover.</summary>
    private string Months =>
        (asOf.AddDays(1).Month == asOf.Month ? Math.Max(1, asOf.Month - 1) : asOf.Month).ToString("00", CultureInfo.InvariantCulture);

    private string PlanDate =>
        plan.Header.Date switch
        {
            { Length: 10 } whole => InText(DateOnly.ParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            { Length: 7 } month => $"…/{int.Parse(month.AsSpan(5), CultureInfo.InvariantCulture)}/{month[..4]}",
            _ => $"…/…/{campaign.Year}",
        };

    private static string Lower(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
