using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Files;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>
/// Lets the sample's units do what the plan asks of them: past spans are done and confirmed, most of the present is under way, and
/// some of it stands in each state that a task can be in.
/// </summary>
internal sealed class DemoTasks(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken cancellationToken
)
{
    private const string Office = "vanphong",
        Leader = "phochutich";

    private static readonly string[] Words =
    [
        "Đã phân công người phụ trách, hẹn ngày họp với tổ dân cư tự quản.",
        "Đã đưa vào nội dung sinh hoạt tháng này.",
        "Đang thực hiện theo kế hoạch của đơn vị, chưa có khó khăn.",
        "Đã rà soát danh sách, còn hai tổ chưa gửi lại.",
    ];

    private sealed record Item(string Id, int UnitId, DateOnly From, DateOnly To);

    private sealed record Step(int DaysAgo, string? Who, string Act, string? Reason = null);

    /// <summary>What became of the second task of each unit in turn: last of all one of which nothing is heard.</summary>
    private static readonly IReadOnlyList<IReadOnlyList<Step>> Stories =
    [
        [new(14, null, "start"), new(9, null, "report"), new(8, Office, "confirm")],
        [
            new(32, null, "start"),
            new(25, null, "give-up", "Chưa được cấp kinh phí in tài liệu, đề nghị xã hỗ trợ."),
            new(24, Leader, "accept-undone"),
        ],
        [new(30, null, "report"), new(24, Office, "return", "Còn thiếu biên bản họp và ảnh buổi làm việc.")],
        [new(40, Office, "drop", "Trùng với nội dung Công an xã đã làm trong quý I.")],
        [],
    ];

    public async Task Do(DateOnly today)
    {
        var items = await Begun();
        foreach (var (item, number) in items.Where(i => i.To < today).Select((i, n) => (i, n)))
            await Past(item, number, today);
        var present = items.Where(i => i.To >= today).ToList();
        var told = officers
            .Select(o => present.Where(i => i.UnitId == o.Unit.Id).ElementAtOrDefault(1))
            .OfType<Item>()
            .Take(Stories.Count)
            .ToList();
        foreach (var (item, story) in told.Zip(Stories))
            await Tell(item, story, today);
        await Notes([.. present.Except(told).Where(i => Doer(i) is not null)], today);
        clock.Set(today, new TimeOnly(7, 30));
        foreach (var item in present.Where(i => Doer(i) is not null).GroupBy(i => i.UnitId).Select(g => g.First()))
        {
            await Move(Doer(item)!, item.Id, "start", null);
            await Note(Doer(item)!, item.Id, "Đã bàn trong chi bộ, phân công người làm và hẹn ngày họp dân.");
        }
    }

    private string? Doer(Item item) => officers.FirstOrDefault(o => o.Unit.Id == item.UnitId).UserName;

    private async Task<List<Item>> Begun()
    {
        var items = new List<Item>();
        await act(
            Office,
            async s =>
            {
                await s.GetRequiredService<BeginTasks>().Handle(cancellationToken);
                items.AddRange(
                    await s.GetRequiredService<AppDb>()
                        .TaskItems.OrderBy(t => t.To)
                        .ThenBy(t => t.Id)
                        .Select(t => new Item(t.Case.PublicId, t.Case.UnitId, t.From, t.To))
                        .ToListAsync(cancellationToken)
                );
                return true;
            }
        );
        return items;
    }

    private async Task Past(Item item, int number, DateOnly today)
    {
        var doer = Doer(item) ?? Office;
        clock.Set(item.To < today.AddDays(-2) ? item.To : today.AddDays(-2), new TimeOnly(8 + (number % 9), number * 11 % 60));
        await Move(doer, item.Id, "report", number % 4 == 0 ? "Đã tổ chức, có biên bản kèm theo." : null);
        // The last ones still wait to be confirmed.
        if (item.To < today.AddDays(-20))
            await Move(doer == Office ? Leader : Office, item.Id, "confirm", null);
    }

    /// <summary>The first of them is shown with a photo and a row of a register.</summary>
    private async Task Tell(Item item, IReadOnlyList<Step> story, DateOnly today)
    {
        foreach (var (at, step) in story.OrderByDescending(s => s.DaysAgo).Index())
        {
            clock.Set(today.AddDays(-step.DaysAgo), new TimeOnly(9, 20));
            await Move(step.Who ?? Doer(item)!, item.Id, step.Act, step.Reason);
            if (at == 0 && step.Act == "start")
                await Show(item, Doer(item)!);
        }
    }

    private async Task Show(Item item, string doer)
    {
        await Note(doer, item.Id, "Đã họp dân tại nhà văn hóa ấp, 58 hộ dự; bà con thống nhất lập thêm một nhóm Zalo.");
        await act(
            doer,
            async s =>
            {
                await using var photo = File.OpenRead(Path.Combine(ServeOptions.Beside("samples"), "hop-dan.jpg"));
                var files = new AttachInput(
                    CaseFiles.Code,
                    item.Id,
                    [new("hop-dan.jpg", photo)],
                    AttachmentKind.Photo,
                    Title: "Ảnh buổi họp dân"
                );
                return (await s.GetRequiredService<AttachFiles>().Handle(files, cancellationToken)).Ok;
            }
        );
        await act(
            doer,
            async s =>
            {
                var day = clock.Today();
                var row = await s.GetRequiredService<RegisterQueries>()
                    .Rows()
                    .Where(r => r.UnitId == item.UnitId && r.Date <= day)
                    .OrderByDescending(r => r.Date)
                    .Select(r => r.Case.PublicId)
                    .FirstOrDefaultAsync(cancellationToken);
                return row is not null && (await s.GetRequiredService<LinkRow>().Handle(new(item.Id, row), cancellationToken)).Ok;
            }
        );
    }

    /// <summary>A word on what is under way, so that the one of which none was heard is seen.</summary>
    private async Task Notes(IReadOnlyList<Item> items, DateOnly today)
    {
        foreach (var (number, item) in items.Index())
        {
            clock.Set(today.AddDays(-2 - (number * 7 % 24)), new TimeOnly(8 + (number % 9), number * 13 % 60));
            await Note(Doer(item)!, item.Id, Words[number % Words.Length]);
        }
    }

    private Task<bool> Note(string who, string item, string words) =>
        act(who, async s => (await s.GetRequiredService<NoteTask>().Handle(new(item, words), cancellationToken)).Ok);

    private Task<bool> Move(string who, string item, string step, string? reason) =>
        act(
            who,
            async s =>
            {
                var outcome = await s.GetRequiredService<MoveCase>().Handle(new MoveInput(item, step, reason), cancellationToken);
                return outcome.Ok
                    ? true
                    : throw new InvalidOperationException(
                        $"{who} {step} {item}: {outcome.Errors.FirstOrDefault()?.Message ?? "not found"}"
                    );
            }
        );
}
