using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Requests;
using ThiDua.App.Features.Requests.Answer;
using ThiDua.App.Features.Requests.Ask;
using ThiDua.App.Features.Requests.Table;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Requests;

/// <summary>Figures at short notice: asked, answered on the phone, in one table, closed.</summary>
public sealed class RequestTests
{
    private static AskFiguresInput Input(TestSystem system, params TestUnit[] units) =>
        new(
            system.World.Commune.PublicId,
            "Thiệt hại do mưa ngày 15/5",
            "Số hộ bị ngập (hộ)\nDiện tích lúa đổ (ha)\nĐã trực đủ?",
            "Báo cả khi không có thiệt hại.",
            "2024-05-15",
            "16:00",
            [.. units.Select(u => u.PublicId)]
        );

    private static Task<Outcome<FigureRequest>> Ask(TestSystem system, TestAccount who, AskFiguresInput input) =>
        system.As(who, s => s.GetRequiredService<AskFigures>().Handle(input, CancellationToken.None));

    private static Task<Outcome> Answer(
        TestSystem system,
        TestAccount who,
        string answer,
        string houses,
        string fields = "0",
        string on = "1"
    ) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<AnswerFigures>()
                    .Handle(
                        new(
                            answer,
                            new Dictionary<string, string>
                            {
                                ["q1"] = houses,
                                ["q2"] = fields,
                                ["q3"] = on,
                            }
                        ),
                        CancellationToken.None
                    )
        );

    private static Task<string> AnswerOf(TestSystem system, TestUnit unit) =>
        system.Db(db => db.Set<FigureAnswer>().Where(a => a.Case.UnitId == unit.Id).Select(a => a.Case.PublicId).SingleAsync());

    private static Task<List<string>> States(TestSystem system) =>
        system.Db(db => db.Set<FigureAnswer>().OrderBy(a => a.Id).Select(a => a.Case.State).ToListAsync());

    [Theory, BothEngines]
    public async Task Units_are_told_answer_mend_and_are_closed_out(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (world, hamlets) = (system.World, system.World.Hamlets);
        var request = (await Ask(system, world.OfficeHead, Input(system, hamlets[0], hamlets[1], hamlets[2]))).Value!;
        Assert.Equal(3, await system.Db(db => db.Notices.CountAsync(n => n.Key.StartsWith("answer:"))));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "request.begin")));

        var first = await AnswerOf(system, hamlets[0]);
        Assert.Equal(["q1"], (await Answer(system, world.HamletHeads[0], first, "")).Errors.Select(e => e.Field));
        // Figures of the office's own are whole and of a sensible size.
        Assert.Equal(["q1", "q2"], (await Answer(system, world.HamletHeads[0], first, "2,5", "1000000001")).Errors.Select(e => e.Field));
        Assert.True((await Answer(system, world.HamletHeads[1], first, "3")).Missing);
        var head = world.HamletHeads[0].Id;
        var told = await system.Db(db => db.Notices.SingleAsync(n => n.AccountId == head));
        Assert.Null(told.ReadAt);
        Assert.StartsWith("Kính đề nghị Ấp 1 trả lời trước ", told.Words, StringComparison.Ordinal);
        Assert.True((await Answer(system, world.HamletHeads[0], first, "3", "1")).Ok);
        Assert.NotNull(await system.Db(db => db.Notices.Where(n => n.AccountId == head).Select(n => n.ReadAt).SingleAsync()));
        Assert.True((await Answer(system, world.HamletHeads[0], first, "4", "1")).Ok);
        // The office types for a hamlet that telephoned.
        Assert.True((await Answer(system, world.OfficeHead, await AnswerOf(system, hamlets[1]), "5", "2")).Ok);
        Assert.Equal(["answered", "answered", "asked"], (await States(system)).Order(StringComparer.Ordinal));

        var id = request.Case.PublicId;
        Task<Outcome> Close(TestAccount who) =>
            system.As(who, s => s.GetRequiredService<CloseRequest>().Handle(id, null, CancellationToken.None));
        Assert.False((await Close(world.HamletHeads[0])).Ok);
        Assert.True((await Close(world.OfficeHead)).Ok);
        Assert.Equal(["answered", "answered", "missed"], (await States(system)).Order(StringComparer.Ordinal));
        Assert.False((await Answer(system, world.HamletHeads[0], first, "9")).Ok);
        Assert.False((await Answer(system, world.HamletHeads[2], await AnswerOf(system, hamlets[2]), "9")).Ok);
        Assert.Equal(0, await system.Db(db => db.Facts.CountAsync()));

        Task<Outcome> Reopen(TestAccount who, string? reason, string day) =>
            system.As(who, s => s.GetRequiredService<ReopenRequest>().Handle(new(id, null, reason, day, "10:00"), CancellationToken.None));
        Assert.False((await Reopen(world.HamletHeads[0], "Mưa thêm", "2024-05-16")).Ok);
        Assert.Equal("day", Assert.Single((await Reopen(world.OfficeHead, "Mưa thêm", "2024-05-14")).Errors).Field);
        Assert.Equal("reason", Assert.Single((await Reopen(world.OfficeHead, " ", "2024-05-16")).Errors).Field);
        Assert.True((await Reopen(world.OfficeHead, "Mưa thêm", "2024-05-16")).Ok);
        Assert.Equal(["answered", "answered", "asked"], (await States(system)).Order(StringComparer.Ordinal));
        var due = await system.Db(db =>
            db.Cases.Where(c => c.State == "asked" || c.State == "open" && c.Kind == "request").Select(c => c.Due).ToListAsync()
        );
        Assert.Equal([new DateOnly(2024, 5, 16), new(2024, 5, 16)], due);
        Assert.True((await Answer(system, world.HamletHeads[2], await AnswerOf(system, hamlets[2]), "9")).Ok);
    }

    [Theory, BothEngines]
    public async Task No_list_closes_or_answers_past_its_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var request = (await Ask(system, system.World.OfficeHead, Input(system, system.World.Hamlets[0]))).Value!;
        Task<Outcome> Move(TestAccount who, string found, string act) =>
            system.As(who, s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(found, act), CancellationToken.None));
        var answer = await AnswerOf(system, system.World.Hamlets[0]);
        Assert.False((await Move(system.World.OfficeHead, request.Case.PublicId, "close")).Ok);
        Assert.False((await Move(system.World.OfficeHead, answer, "close")).Ok);
        Assert.False((await Move(system.World.HamletHeads[0], answer, "answer")).Ok);
        Assert.Equal(["asked"], await States(system));
    }

    [Theory, BothEngines]
    public async Task A_request_needs_a_subject_a_question_an_hour_to_come_and_units_of_ones_own(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (office, input) = (system.World.OfficeHead, Input(system, system.World.Hamlets[0]));
        async Task<string[]> Wrong(AskFiguresInput asked) => [.. (await Ask(system, office, asked)).Errors.Select(e => e.Field)];
        Assert.Equal(["title"], await Wrong(input with { Title = " " }));
        Assert.Equal(["questions"], await Wrong(input with { Questions = "\n" }));
        Assert.Equal(["questions"], await Wrong(input with { Questions = string.Join('\n', Enumerable.Range(1, 13)) }));
        // The clock stands at 10:00: a moment before it is past, a moment after is not.
        Assert.Equal(["time"], await Wrong(input with { Time = "10:00" }));
        Assert.Empty(await Wrong(input with { Time = "10:01" }));
        Assert.Equal(["time"], await Wrong(input with { Time = "chiều" }));
        Assert.Equal(["day"], await Wrong(input with { Day = "2024-07-15" }));
        Assert.Equal(["day"], await Wrong(input with { Day = "15/5" }));
        Assert.Equal(["day"], await Wrong(input with { Day = "2024-05-14" }));
        Assert.Equal(["units"], await Wrong(input with { Units = ["khong-co"] }));
        Assert.True((await Ask(system, system.World.HamletHeads[0], input)).Missing);
    }

    [Theory, BothEngines]
    public async Task The_table_adds_up_says_who_is_silent_reminds_once_a_day_and_exports(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (world, hamlets) = (system.World, system.World.Hamlets);
        var id = (await Ask(system, world.OfficeHead, Input(system, hamlets[0], hamlets[1], hamlets[2]))).Value!.Case.PublicId;
        await Answer(system, world.HamletHeads[0], await AnswerOf(system, hamlets[0]), "4", "1");
        await Answer(system, world.HamletHeads[1], await AnswerOf(system, hamlets[1]), "5", "2", "0");
        using var office = await system.Browser(world.OfficeHead);
        await office.Open($"/requests/{id}");
        Assert.Contains("2 trên 3 đơn vị đã trả lời", office.Text, StringComparison.Ordinal);
        Assert.Contains("Số hộ bị ngập 9 hộ", office.Text, StringComparison.Ordinal);
        Assert.Contains("Diện tích lúa đổ 3 ha", office.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa trả lời (1) Ấp 3", office.Text, StringComparison.Ordinal);
        var csv = await office.Client.GetStringAsync($"/requests/{id}.csv", TestContext.Current.CancellationToken);
        Assert.Contains("Ấp 1", csv, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await office.Client.GetAsync($"/requests/{id}.xlsx?totals=1", TestContext.Current.CancellationToken)).StatusCode
        );
        await office.Send("form[action*='Remind']");
        await office.Send("form[action*='Remind']");
        // Closing says what is missing first.
        Assert.Null(office.Page.QuerySelector("form[action*='Close']"));
        await office.Follow("Kết thúc, chốt bảng");
        Assert.Contains("Còn 1 đơn vị chưa trả lời. Kết thúc?", office.Text, StringComparison.Ordinal);
        // They were asked today: a second word on the same day would say nothing new.
        Assert.Equal(1, await system.Db(db => db.Notices.CountAsync(n => n.AccountId == world.HamletHeads[2].Id)));
        await office.Open($"/requests/{id}?totals=1");
        Assert.Contains("3 ha", office.Page.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        await office.Open("/requests");
        Assert.Contains("Thiệt hại do mưa ngày 15/5", office.Text, StringComparison.Ordinal);
    }
}
