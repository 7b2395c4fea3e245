using System.Globalization;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.Measures;

namespace ThiDua.App.Forms;

/// <summary>A day. A browser sends <c>2024-04-05</c>; files and people write 05/04/2024 or 5-4-2024.</summary>
internal sealed class DateKind() : FieldKind(FieldKinds.Date)
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd HH:mm"];
    private static readonly DateOnly First = new(1900, 1, 1),
        Last = new(2199, 12, 31);

    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Date;

    public override FieldReading Read(FormField field, string typed, FormNames names) =>
        !DateOnly.TryParseExact(typed, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
            ? FieldReading.Wrong("NotADay")
        : day < First || day > Last ? FieldReading.Wrong("DayUnusual")
        : new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override string Show(FormField field, string value, FormNames names) => Day(value) is { } day ? Shared.Show.Date(day) : value;

    public override string Typed(FormField field, string value, FormNames names) => value;

    public override string SortKey(FormField field, string value, FormNames names) => value;

    public static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A month, quarter, half-year or year.</summary>
internal sealed class PeriodKind() : FieldKind(FieldKinds.Period)
{
    public override FieldControl Control(FormField field, FormNames names) => FieldControl.Line;

    public override FieldReading Read(FormField field, string typed, FormNames names) =>
        !PeriodText.TryParse(typed, out var period) ? FieldReading.Wrong("NotAPeriod")
        : period.Frequency != field.Frequency.Frequency() ? FieldReading.Wrong($"OtherPeriod{field.Frequency}")
        : new(period.ToString());

    public override string Show(FormField field, string value, FormNames names) =>
        !PeriodCode.TryParse(value, out var period, out _)
            ? value
            : period.Frequency switch
            {
                Frequency.Month => string.Create(CultureInfo.InvariantCulture, $"tháng {period.Index}/{period.Year}"),
                Frequency.Quarter => string.Create(CultureInfo.InvariantCulture, $"quý {period.Index}/{period.Year}"),
                Frequency.Year => string.Create(CultureInfo.InvariantCulture, $"năm {period.Year}"),
                _ => value,
            };

    public override string SortKey(FormField field, string value, FormNames names) =>
        PeriodCode.TryParse(value, out var period, out _) ? period.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
}
