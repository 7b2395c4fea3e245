using System.CommandLine;
using System.Globalization;
using ThiDua.App.Data;
using ThiDua.App.Features.Progress.Export;
using ThiDua.Measures;

namespace ThiDua.App.Cli;

/// <summary>
/// <c>thidua export totals</c>: what a unit's subtree comes to over a range of periods, one line for each indicator or target.
/// </summary>
public static class ExportVerb
{
    public static Command Build() => new("export", "Xuất số liệu / exports figures") { Totals() };

    private static Command Totals()
    {
        var unit = new Option<string>("--unit") { Description = "mã đơn vị / code of the unit", Required = true };
        var from = new Option<string>("--from")
        {
            Description = "kỳ đầu: 202401, 2024Q1, 2024S1, 2024 / the first period",
            Required = true,
        };
        var to = new Option<string>("--to") { Description = "kỳ cuối / the last period", Required = true };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "tính đến hết ngày, 2024-12-31; mặc định hôm nay / at the end of which day; today by default",
        };
        var basis = new Option<string>("--basis")
        {
            Description = "all: mọi số đã gửi; approved: chỉ số đã duyệt / all that was sent, or only what is approved",
            DefaultValueFactory = _ => "all",
        };
        basis.AcceptOnlyFromAmong("all", "approved");
        var (json, address) = (SystemVerb.JsonOption(), new SystemVerb.Address());
        var verb = new Command("totals", "Số tổng và tiến độ của một đơn vị / totals of a unit, and where its targets stand")
        {
            unit,
            from,
            to,
            asOf,
            basis,
            json,
        };
        address.AddTo(verb);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var code = parsed.GetValue(unit)!;
                if (Range(parsed.GetValue(from)!, parsed.GetValue(to)!) is not var (range, period))
                    return CommandLine.BadInput;
                if (!Day(parsed.GetValue(asOf), out var day))
                    return CommandLine.BadInput;
                return await SystemVerb.Open(
                    address.Of(parsed),
                    async services =>
                    {
                        var input = new ExportTotalsInput(
                            code,
                            range,
                            period,
                            day ?? services.GetRequiredService<TimeProvider>().Today(),
                            parsed.GetValue(basis) == "approved"
                        );
                        var lines = await services.GetRequiredService<ExportTotals>().Handle(input, cancellationToken);
                        if (lines is null)
                            return SystemVerb.Refuse($"Không có đơn vị mang mã {code}. / No unit has the code {code}.");
                        foreach (var line in lines)
                            if (parsed.GetValue(json))
                                SystemVerb.Print(line);
                            else
                                Say(line);
                        return CommandLine.Done;
                    },
                    cancellationToken
                );
            }
        );
        return verb;
    }

    /// <summary>Civil periods, from the first day of the one to the last day of the other, whatever their lengths.</summary>
    private static (DateRange Range, string Period)? Range(string from, string to)
    {
        foreach (var text in new[] { from, to })
            if (!PeriodCode.TryParse(text, out var period, out _) || period.Calendar != Measures.Calendar.Civil)
            {
                SystemVerb.Refuse(
                    $"{text}: không phải kỳ; viết 202401, 2024Q1, 2024S1 hoặc 2024. / Not a period; write 202401, 2024Q1, 2024S1 or 2024."
                );
                return null;
            }
        var (first, last) = (PeriodCode.Parse(from), PeriodCode.Parse(to));
        if (first.First <= last.Last)
            return (new(first.First, last.Last), first == last ? first.Code : $"{first.Code}..{last.Code}");
        SystemVerb.Refuse($"{from} sau {to}: kỳ đầu phải trước kỳ cuối. / The first period is after the last.");
        return null;
    }

    private static bool Day(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (text is null || day is not null)
            return true;
        SystemVerb.Refuse($"{text}: không phải ngày; viết 2024-12-31. / Not a day; write 2024-12-31.");
        return false;
    }

    private static void Say(TotalLine line) =>
        Console.WriteLine(
            string.Join(
                '\t',
                new object?[]
                {
                    line.Indicator,
                    line.Value,
                    $"{line.Reported}/{line.Asked}",
                    line.State,
                    line.Forecast,
                    line.Reason,
                }.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))
            )
        );
}
