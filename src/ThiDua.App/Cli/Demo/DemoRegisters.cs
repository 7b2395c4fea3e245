using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Cli.Demo;

/// <summary>Lets the sample's units write their sessions of outreach as they hold them; the office looks at the older ones.</summary>
internal sealed class DemoRegisters(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken cancellationToken
)
{
    private const string Register = "outreach",
        Office = "phochutich";

    private static readonly string[] Topics =
    [
        "Phòng, chống lừa đảo chiếm đoạt tài sản qua mạng",
        "Không tàng trữ, sử dụng pháo và vật liệu nổ",
        "Phòng cháy, chữa cháy và thoát nạn trong khu dân cư",
        "Chấp hành pháp luật về an toàn giao thông đường bộ",
        "Phòng, chống ma túy trong thanh, thiếu niên",
        "Cài đặt và sử dụng định danh điện tử VNeID",
        "Tố giác tội phạm qua nhóm Zalo của ấp",
        "Phòng, chống bạo lực gia đình",
    ];

    private readonly DemoHouseholds households = new(act, clock, cancellationToken);

    /// <summary>Two sessions a month of each unit: of the months that are counted, and of the last two before.</summary>
    public async Task Write(Pack pack, DateOnly from, DateOnly launched, DateOnly today)
    {
        if (pack.Register(Register) is not { } register)
            return;
        var rows = new List<string>();
        foreach (var (hamlet, userName, _) in officers.Where(o => o.Unit.Kind == "hamlet"))
            rows.AddRange(
                await households.Number(
                    pack,
                    hamlet,
                    userName,
                    Period.Containing(new DateOnly(today.Year, today.Month, 1).AddDays(-1), Frequency.Month),
                    launched.AddDays(10)
                )
            );
        foreach (var month in Period.Touching(new(from, today), Frequency.Month))
        {
            var counted = register.Feeds.Any(f => f.Counts(month));
            if (!counted && month.Last < today.AddDays(-75))
                continue;
            foreach (var (officer, number) in officers.Where(o => register.KeptBy.Contains(o.Unit.Kind)).Select((o, n) => (o, n)))
            foreach (var day in (int[])[3 + (number % 9), 14 + (number % 11)])
            {
                var date = new DateOnly(month.First.Year, month.First.Month, day);
                if (date < today)
                    rows.Add(await Row(officer.Unit, officer.UserName, date, number + month.Index + day));
            }
        }
        await Look(rows, today);
    }

    private async Task<string> Row(UnitRow unit, string userName, DateOnly date, int number)
    {
        clock.Set(date, new TimeOnly(16 + (number % 4), number * 7 % 60));
        var reached = households.Next(unit);
        var attendance = Math.Max(24 + (number * 13 % 67), (reached?.Count ?? 0) + 7);
        var typed = new Dictionary<string, string>
        {
            ["date"] = date.ToString("yyyy-MM-dd", null),
            ["topic"] = Topics[number % Topics.Length],
            ["channel"] = unit.Kind switch
            {
                "hamlet" => number % 3 == 0 ? "door-to-door" : "meeting",
                "school" => "school",
                "office" or "police" or "military" => "meeting",
                _ => "branch",
            },
            ["place"] = unit.Kind == "hamlet" ? Hall(unit) : "Hội trường UBND xã",
            ["attendance"] = $"{attendance}",
            ["households"] = $"{reached?.Count ?? attendance * 2 / 3}",
            ["reached"] = reached?.Numbers ?? "",
            ["leaflets"] = number % 2 == 0 ? "50" : "",
        };
        var id = "";
        await act(
            userName,
            async s =>
            {
                var saved = await s.GetRequiredService<SaveRow>()
                    .Handle(new(Register, unit.PublicId, typed, new Dictionary<string, string>()), cancellationToken);
                id =
                    saved.Value?.Id ?? throw new InvalidOperationException($"{unit.Name} {date}: {saved.Errors.FirstOrDefault()?.Message}");
                return true;
            }
        );
        return id;
    }

    private string Hall(UnitRow hamlet)
    {
        var nth = officers.Where(o => o.Unit.Kind == "hamlet").Select(o => o.Unit.Id).ToList().IndexOf(hamlet.Id) + 1;
        return $"Nhà văn hóa {hamlet.Name.Split('(')[0].Trim()}{DemoMap.Hall(nth)}";
    }

    /// <summary>The older ones are confirmed, one goes back; the newest still wait.</summary>
    private async Task Look(List<string> rows, DateOnly today)
    {
        clock.Set(today.AddDays(-1), new TimeOnly(10, 5));
        await act(
            Office,
            async s =>
            {
                var move = s.GetRequiredService<MoveCase>();
                await move.Batch([.. rows.Take(Math.Max(0, rows.Count - 8)).Take(MoveCase.MostAtOnce)], "confirm", null, cancellationToken);
                if (rows.Count > 8)
                    await move.Handle(new(rows[^8], "return", "Số hộ có người dự chưa khớp biên bản; đề nghị xem lại."), cancellationToken);
                return true;
            }
        );
    }
}
