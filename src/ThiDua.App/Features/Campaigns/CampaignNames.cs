using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.App.Features.Campaigns;

/// <summary>What a campaign is called: the movement and its year, not the heading of the paper that launched it. Pure.</summary>
public static partial class CampaignNames
{
    /// <param name="title">The plan's: "Phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024".</param>
    /// <param name="movement">Where the title says no more than that something is launched.</param>
    public static string Of(string? title, string movement, int? year)
    {
        var name = Opening().Replace((title ?? "").Trim(), "");
        // Quotes that hold the name go with the words before them; those inside it stay.
        if (Quoted().Match(name) is { Success: true } quoted)
            name = $"{quoted.Groups["name"].Value} {quoted.Groups["rest"].Value}";
        name = Blanks().Replace(name, " ").Trim(' ', '.', ',', ';', ':');
        if (name.Length == 0 || YearAlone().IsMatch(name))
            name = $"{movement} {name}".Trim();
        name = char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
        return year is { } of && !AnyYear().IsMatch(name) ? $"{name} năm {of}" : name;
    }

    /// <summary>In the middle of a sentence of a paper: "phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024".</summary>
    public static string InText(string name) =>
        AtEnd().Match(name) is { Success: true } year
            ? $"phong trào thi đua “{name[..year.Index].Trim('“', '”', '"', ' ')}” {year.Value.Trim()}"
            : $"phong trào thi đua “{name.Trim('“', '”', '"')}”";

    [GeneratedRegex(
        @"^(về\s+(việc\s+)?)?((tổ chức|triển khai|thực hiện|phát động|hưởng ứng|đẩy mạnh|tiếp tục)[\s,]+((và|,)\s+)?)*((các\s+)?phong trào(\s+thi đua)?\s*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Opening();

    [GeneratedRegex("^[“\"](?<name>[^”\"]+)[”\"](?<rest>.*)$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(năm\s+)?\d{4}$", RegexOptions.IgnoreCase)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}(?!\d)")]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"\s+năm\s+\d{4}$", RegexOptions.IgnoreCase)]
    private static partial Regex AtEnd();
}
