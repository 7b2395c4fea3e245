using System.Globalization;
using ThiDua.App.Data;

namespace ThiDua.App.Shared;

/// <summary>Dates and times as the screens write them: <c>05/04/2024</c>, <c>14:05</c>, whatever the language.</summary>
public static class Show
{
    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Of a file: <c>1,2 MB</c>, <c>34 KB</c>.</summary>
    public static string Size(long bytes) =>
        bytes >= 1024 * 1024
            ? $"{(bytes / 1024.0 / 1024.0).ToString("0.#", CultureInfo.CurrentCulture)} MB"
            : $"{Math.Max(1, bytes / 1024)} KB";

    /// <summary>Of today the time alone.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now) =>
        at.Local().Date == now.Local().Date ? at.Local().ToString("HH:mm", CultureInfo.InvariantCulture) : Time(at);

    public static string Time(DateTimeOffset at) => at.Local().ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
