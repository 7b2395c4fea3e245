using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Cli.Demo;

/// <summary>
/// Lets the sample's hamlets number their households by groups, and says which of them each session reached: as many together as the
/// hamlet reported before its register counted.
/// </summary>
internal sealed class DemoHouseholds(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    CancellationToken cancellationToken
)
{
    private const string Register = "household-groups";
    private const int GroupSize = 45,
        Sessions = 5;

    private readonly SampleFigures figures = SampleFigures.Read(SampleFigures.File);
    private readonly Dictionary<int, (int Total, int Step, int Next)> hamlets = [];

    /// <returns>The rows.</returns>
    public async Task<IReadOnlyList<string>> Number(Pack pack, UnitRow hamlet, string userName, Period last, DateOnly day)
    {
        var asked = new[] { "household.total", "household.reached" }.Select(pack.Indicator).OfType<PackIndicator>().ToList();
        var reported = figures.Of(pack, asked, hamlet.Code, last);
        if (pack.Register(Register) is null || reported.GetValueOrDefault("household.total") is not (> 0 and var total))
            return [];
        var groups = new List<string>();
        hamlets[hamlet.Id] = ((int)total, (int)(reported["household.reached"] / Sessions) + 1, 1);
        clock.Set(day, new TimeOnly(9, 15));
        for (var (first, number) = (1, 1); first <= total; (first, number) = (first + GroupSize, number + 1))
            groups.Add(await Group(hamlet, userName, number, first, Math.Min(first + GroupSize - 1, total), day));
        return groups;
    }

    private async Task<string> Group(UnitRow hamlet, string userName, int number, int first, long last, DateOnly day)
    {
        var typed = new Dictionary<string, string>
        {
            ["name"] = $"Tổ dân cư tự quản số {number}",
            ["first"] = $"{first}",
            ["last"] = $"{last}",
            ["date"] = day.ToString("yyyy-MM-dd", null),
        };
        var id = "";
        await act(
            userName,
            async s =>
            {
                var input = new SaveRowInput(Register, hamlet.PublicId, typed, new Dictionary<string, string>());
                var saved = await s.GetRequiredService<SaveRow>().Handle(input, cancellationToken);
                id = saved.Value?.Id ?? throw new InvalidOperationException($"{hamlet.Name}: {saved.Errors[0].Message}");
                return true;
            }
        );
        return id;
    }

    /// <summary>Order numbers that the next session of a hamlet reaches; null where it has no list.</summary>
    public (string Numbers, int Count)? Next(UnitRow unit)
    {
        if (!hamlets.TryGetValue(unit.Id, out var hamlet))
            return null;
        var last = Math.Min(hamlet.Next + hamlet.Step - 1, hamlet.Total);
        hamlets[unit.Id] = hamlet with { Next = last + 1 > hamlet.Total ? 1 : last + 1 };
        return ($"{hamlet.Next}-{last}", last - hamlet.Next + 1);
    }
}
