using System.Globalization;

namespace ThiDua.Oracle.Tests;

public enum RawStep
{
    Month = 1,
    Quarter = 3,
    Half = 6,
    Year = 12,
}

/// <summary>First and last day, both inside.</summary>
public readonly record struct RawSpan(DateOnly First, DateOnly Last)
{
    public RawSpan Back(int years) => new(First.AddYears(-years), Last.AddDays(1).AddYears(-years).AddDays(-1));

    public override string ToString() => $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}";
}

/// <summary>"civil (months, quarters, half-years, years as on the wall)". <paramref name="Number"/> counts from 1 in the year.</summary>
public readonly record struct RawPeriod(RawStep Step, int Year, int Number)
{
    public DateOnly First => new DateOnly(Year, 1, 1).AddMonths((Number - 1) * (int)Step);

    public DateOnly Last => First.AddMonths((int)Step).AddDays(-1);

    public RawSpan Span => new(First, Last);

    public static RawPeriod Of(RawStep step, DateOnly day) => new(step, day.Year, (day.Month - 1) / (int)step + 1);

    public RawPeriod Back(int years) => this with { Year = Year - years };

    public bool Has(DateOnly day) => First <= day && day <= Last;

    // "DHIS2's 202404, 2024Q2, 2024S1, 2024"
    public override string ToString() =>
        Step switch
        {
            RawStep.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}{Number:00}"),
            RawStep.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}"),
            RawStep.Half => string.Create(CultureInfo.InvariantCulture, $"{Year}S{Number}"),
            _ => Year.ToString(CultureInfo.InvariantCulture),
        };
}

/// <summary>"a change of frequency is dated": from a day on the indicator is asked in this step.</summary>
public sealed record RawFrequency(DateOnly From, RawStep Step);

public sealed record RawSchedule(IReadOnlyList<RawFrequency> Parts)
{
    public RawPeriod At(DateOnly day) => RawPeriod.Of(Parts.Last(part => part.From <= day).Step, day);

    /// <summary>The periods of the schedule that begin and end in the range, in order.</summary>
    public IReadOnlyList<RawPeriod> Inside(RawSpan span)
    {
        var found = new List<RawPeriod>();
        for (var period = At(span.First); period.First <= span.Last; period = At(period.Last.AddDays(1)))
        {
            if (period.First >= span.First && period.Last <= span.Last)
            {
                found.Add(period);
            }
        }
        return found;
    }

    /// <summary>The periods that share a day with the range, in order.</summary>
    public IReadOnlyList<RawPeriod> Touching(RawSpan span) => Inside(new(At(span.First).First, At(span.Last).Last));

    /// <summary>"summed only … in whole periods of the frequency it was reported in".</summary>
    public bool Whole(RawSpan span) => At(span.First).First == span.First && At(span.Last).Last == span.Last;
}
