using System.Globalization;
using ThiDua.App.Data;

namespace ThiDua.App.Shared;

/// <summary>Dates and times as the screens write them: <c>05/04/2024</c>, <c>14:05</c>, whatever the language.</summary>
public static class Show
{
    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.Local().ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
