using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>What an office gives a unit to do: the unit reads it, writes what it did, and changes nothing of what was given.</summary>
public sealed class GivenWorkTests
{
    private const string Code = "errand";
    private static readonly CancellationToken None = CancellationToken.None;

    private const string Yaml = """
        code: errand
        title: {vi: "Sổ việc giao", en: "Errands"}
        row: {vi: "việc", en: "errand"}
        keptBy: [hamlet]
        flow: assignment
        date: date
        due: deadline
        name: what
        parts:
          - code: given
            givenBy: register.confirm
            fields:
              - {code: what, kind: text, label: {vi: "Việc phải làm", en: "What"}, required: true, listed: true}
              - {code: date, kind: date, label: {vi: "Ngày giao", en: "Given on"}, required: true, listed: true}
              - {code: deadline, kind: date, label: {vi: "Hạn", en: "Due"}, required: true}
          - code: result
            fields:
              - {code: result, kind: text, label: {vi: "Kết quả", en: "Result"}}
        retention: {years: 1, verified: false}

        """;

    private static Task<Outcome<SavedRow>> Save(TestSystem system, TestAccount who, string deadline, string result, string? row = null) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(
                        new(
                            Code,
                            system.World.Hamlets[0].PublicId,
                            new Dictionary<string, string>
                            {
                                ["what"] = "Sửa đèn đường Tổ 3",
                                ["date"] = "2024-05-02",
                                ["deadline"] = deadline,
                                ["result"] = result,
                            },
                            new Dictionary<string, string>(),
                            row
                        ),
                        None
                    )
        );

    private static Task<Outcome> Move(TestSystem system, TestAccount who, string row, string act, string? reason = null) =>
        system.As(who, s => s.GetRequiredService<MoveCase>().Handle(new(row, act, reason), None));

    [Theory, BothEngines]
    public async Task Only_the_giver_changes_what_was_given_or_takes_it_back(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write("registers/errand.yaml", Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (head, office) = (system.World.HamletHeads[0], system.World.OfficeHead);
        var begun = await Save(system, head, "2024-05-20", "");
        Assert.Equal(["what", "date", "deadline"], begun.Errors.Select(e => e.Field));
        var row = (await Save(system, office, "2024-05-20", "")).Value!.Id;

        Assert.True((await Save(system, head, "2025-12-31", "Đã thay bóng", row)).Ok);
        var held = await system.Db(db => db.RegisterRows.Include(r => r.Case).SingleAsync());
        Assert.Equal(("2024-05-20", "Đã thay bóng"), (held.Data["deadline"], held.Data["result"]));
        Assert.Equal(new DateOnly(2024, 5, 20), held.Case.Due);
        Assert.True((await Move(system, head, row, "cancel", "Không làm")).Missing);
        Assert.True((await Move(system, head, row, "report")).Ok);
        Assert.True((await Move(system, office, row, "return", "Còn một bóng")).Ok);
        Assert.True((await Save(system, office, "2024-05-25", "Đã thay bóng", row)).Ok);
        Assert.Equal(
            new DateOnly(2024, 5, 25),
            await system.Db(db => db.Cases.Where(c => c.PublicId == row).Select(c => c.Due).SingleAsync())
        );
        Assert.True((await Move(system, office, row, "cancel", "Giao nhầm")).Ok);
    }

    [Fact]
    public async Task The_unit_reads_what_was_given_and_is_offered_no_row_of_its_own()
    {
        using var pack = new SpoiltPack();
        pack.Write("registers/errand.yaml", Yaml);
        await using var system = await TestSystem.Start(Engine.Sqlite, packs: pack.Parent);
        var row = (await Save(system, system.World.OfficeHead, "2024-05-10", "")).Value!.Id;
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/registers/rows/{row}/edit");
        Assert.Null(head.Page.QuerySelector("[name=deadline]"));
        Assert.NotNull(head.Page.QuerySelector("[name=result]"));
        Assert.Contains("10/05/2024", head.Text, StringComparison.Ordinal);
        await head.Send("form.report", ("result", "Đã thay bóng"));
        Assert.Equal($"/registers/rows/{row}", head.Path);
        Assert.Contains("Quá hạn", head.Text, StringComparison.Ordinal);
        await head.Open($"/registers/{Code}");
        Assert.Null(head.Page.QuerySelector($"a[href='/registers/{Code}/new']"));
        await head.Open($"/registers/{Code}/new");
        Assert.Null(head.Page.QuerySelector("form.report"));
    }

    [Theory, BothEngines]
    public async Task Saving_what_a_row_says_already_writes_nothing(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        var (hamlet, head) = (system.World.Hamlets[0], system.World.HamletHeads[0]);
        var row = (await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row())).Value!.Id;
        Assert.True((await Move(system, system.World.OfficeHead, row, "confirm")).Ok);
        Task<(string, int)> State() =>
            system.Db(db =>
                db.Cases.Where(c => c.PublicId == row).Select(c => new ValueTuple<string, int>(c.State, c.Version)).SingleAsync()
            );
        Assert.True((await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row(), row)).Ok);
        Assert.Equal(("confirmed", 1), await State());
        Assert.True((await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row(people: "31"), row)).Ok);
        Assert.Equal(("entered", 2), await State());
        // What was sent back is sent again by saving it, changed or not.
        Assert.True((await Move(system, system.World.OfficeHead, row, "return", "Xem lại")).Ok);
        Assert.True((await RegisterCountTests.Save(system, head, hamlet, UnseenRegister.Row(people: "31"), row)).Ok);
        Assert.Equal(("entered", 4), await State());
    }
}
