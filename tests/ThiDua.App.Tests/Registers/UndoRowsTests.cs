using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Registers.ImportRows;
using ThiDua.App.Imports;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;
using ThiDua.App.Verify;

namespace ThiDua.App.Tests.Registers;

/// <summary>A file of rows is taken back batch by batch: whole, also when it is cut off on the way.</summary>
public sealed class UndoRowsTests
{
    /// <summary>More than one batch.</summary>
    private const int Many = 5_003;

    private sealed class CutOff : Exception;

    private static async Task<TestSystem> Start(Engine engine, SpoiltPack pack)
    {
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        return await TestSystem.Start(engine, packs: pack.Parent);
    }

    [Theory, BothEngines]
    public async Task One_that_is_cut_off_is_taken_up_behind_what_it_took_back(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var import = await Bring(system, Many);
        await Assert.ThrowsAsync<CutOff>(() => Undo(system, import, (_, _) => throw new CutOff()));
        Assert.Equal(5_000, await Cancelled(system));
        Assert.Null(await UndoneBy(system, import));

        var told = new List<(int, int)>();
        var undone = await Undo(system, import, (done, all) => told.Add((done, all)));
        Assert.Empty(undone.Errors);
        Assert.Equal((true, 3), (undone.Applied, undone.Rows));
        Assert.Equal([(3, 3)], told);
        Assert.Equal(Many, await Cancelled(system));
        Assert.NotNull(await UndoneBy(system, import));
        await Holds(system);
        // Each row has its step with the reason, by the act that explains it.
        var steps = await system.Db(db => db.CaseSteps.Where(s => s.Act == RowCase.Cancel).Include(s => s.Record).ToListAsync());
        Assert.Equal(Many, steps.Count);
        Assert.All(steps, s => Assert.Equal((UndoImport.Verb, import), (s.Record!.Verb, s.Record.SubjectId)));
        Assert.All(steps, s => Assert.Contains("so.csv", s.Reason, StringComparison.Ordinal));
        Assert.Equal("import-undone", Assert.Single((await Undo(system, import)).Errors).Code);
    }

    [Theory, BothEngines]
    public async Task What_somebody_changes_while_it_works_stays_and_is_named(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var import = await Bring(system, Many);
        await Assert.ThrowsAsync<CutOff>(() => Undo(system, import, (_, _) => throw new CutOff()));
        var left = await system.Db(db => db.RegisterRows.Include(r => r.Case).FirstAsync(r => r.Case.State != RowCase.Cancelled));
        var typed = UnseenRegister.Row(street: left.Data["street"], people: "44");
        await RegisterCountTests.Save(system, system.World.OfficeHead, system.World.Hamlets[0], typed, left.Case.PublicId);

        var undone = await Undo(system, import);
        Assert.True(undone.Applied);
        Assert.Contains(left.Case.Title, Assert.Single(undone.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(Many - 1, await Cancelled(system));
        Assert.Equal("44", (await system.Db(db => db.RegisterRows.SingleAsync(r => r.Id == left.Id))).Data["people"]);
        Assert.NotNull(await UndoneBy(system, import));
        await Holds(system);
    }

    [Theory, BothEngines]
    public async Task The_page_says_what_is_in_the_way_and_takes_back_what_was_changed_once_it_is_not(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await Start(engine, pack);
        var world = system.World;
        await RegisterCountTests.Save(system, world.OfficeHead, world.Hamlets[0], UnseenRegister.Row());
        var key = await system.Db(db => db.RegisterRows.Select(r => r.Case.PublicId).SingleAsync());
        var text =
            $"Mã dòng;Đơn vị;Ngày;Tuyến đường;Loại;Số người\n{key};;10/5/2024;Đường ấp 1;Đường ấp;31\n"
            + $";{world.Hamlets[1].Code};11/5/2024;Đường mới;Đường ấp;12\n";
        using var office = await system.Browser(world.OfficeHead);
        await Bring(office, text);
        var added = await system.Db(db => db.RegisterRows.Where(r => r.Case.PublicId != key).Select(r => r.Case.PublicId).SingleAsync());
        await RegisterCountTests.Save(
            system,
            world.OfficeHead,
            world.Hamlets[1],
            UnseenRegister.Row("2024-05-11", "Đường mới", "20"),
            added
        );
        await office.Send("form#undo");
        Assert.Contains("Chưa hoàn tác được", office.Text, StringComparison.Ordinal);
        Assert.Contains("Đường mới", office.Text, StringComparison.Ordinal);
        Assert.Equal("31", (await Data(system, key))["people"]);

        // Pressed again it is tried again, and says the same: the later word still stands.
        await office.Send("form#undo");
        Assert.Contains("Chưa hoàn tác được", office.Text, StringComparison.Ordinal);
        await Bring(office, $"Mã dòng;Ngày;Tuyến đường;Loại;Số người\n{key};10/5/2024;Đường ấp 1;Đường ấp;35\n");
        Assert.Equal("35", (await Data(system, key))["people"]);
        await office.Send("form#undo");
        Assert.Contains("Đã hoàn tác", office.Text, StringComparison.Ordinal);
        Assert.Equal("31", (await Data(system, key))["people"]);
        // Only the one that could not be taken back still says why.
        Assert.Null((await system.Db(db => db.Set<ImportDraft>().Select(d => d.Import!.UndoneById).SingleAsync())));
        await Holds(system);
    }

    /// <summary>Uploaded, looked at and taken by a person.</summary>
    private static async Task Bring(Browser browser, string text)
    {
        await browser.Open($"/registers/{UnseenRegister.Code}/import");
        await browser.Upload("form#upload", "file", "so.csv", Encoding.UTF8.GetBytes(text));
        await browser.Send("form.actions");
        Assert.Contains("Đã nhập số liệu", browser.Text, StringComparison.Ordinal);
    }

    private static async Task<string> Bring(TestSystem system, int count)
    {
        var text = new StringBuilder("Đơn vị;Ngày;Tuyến đường;Loại;Số người\n");
        var hamlets = system.World.Hamlets;
        for (var at = 0; at < count; at++)
            text.Append(CultureInfo.InvariantCulture, $"{hamlets[at % 2].Code};{at % 14 + 1}/5/2024;Đường {at};Đường ấp;{10 + at % 50}\n");
        var brought = await Import(system, text.ToString());
        Assert.Equal((count, count), (brought.Rows, brought.New));
        return brought.Import!;
    }

    private static async Task<ImportResult> Import(TestSystem system, string text)
    {
        var result = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RunImport>()
                    .Handle(
                        new(RowTarget.Code, "so.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), DryRun: false, UnseenRegister.Code),
                        CancellationToken.None
                    )
        );
        Assert.True(result.Ok, string.Join('\n', result.Errors));
        return result;
    }

    private static Task<ImportResult> Undo(TestSystem system, string import, Action<int, int>? progress = null) =>
        system.As(system.World.OfficeHead, s => s.GetRequiredService<UndoImport>().Handle(import, CancellationToken.None, progress));

    private static Task<int> Cancelled(TestSystem system) =>
        system.Db(db => db.Cases.CountAsync(c => c.Kind == RowCase.Kind && c.State == RowCase.Cancelled));

    private static Task<long?> UndoneBy(TestSystem system, string import) =>
        system.Db(db => db.Imports.Where(i => i.PublicId == import).Select(i => i.UndoneById).SingleAsync());

    private static async Task<IReadOnlyDictionary<string, string>> Data(TestSystem system, string row) =>
        (await system.Db(db => db.RegisterRows.SingleAsync(r => r.Case.PublicId == row))).Data;

    /// <summary>Counted figures, totals and the chain of acts are as they should be.</summary>
    private static async Task Holds(TestSystem system)
    {
        var verified = await system.As(null, s => s.GetRequiredService<VerifySystem>().Handle(CancellationToken.None));
        Assert.Equal(0, verified.Totals.Wrong);
    }
}
