using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Imports;

/// <summary>Rows of a sort that no feature knows: the mechanism needs no more of a target than this.</summary>
public sealed class ApplyBatchesTests
{
    /// <summary>Columns of run time, batches of one row; the row "x" is refused when it is written.</summary>
    private sealed class Target : IImportTarget, IImportIntake
    {
        private readonly List<string> rows = [];
        private RowErrors errors = null!;

        public List<int> Written { get; } = [];
        public List<string> Undone { get; } = [];
        public string Kind => "test";
        public string Verb => "test.import";
        public int Count => rows.Count;
        public int Blank => 0;
        public int Batches => rows.Count;

        public string Href(Import import) => $"/test/{import.PublicId}";

        public Task<IReadOnlyList<ImportColumn>> Columns(string? of, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ImportColumn>>([new(of!, $"Cột {of}", [])]);

        public IImportIntake Begin(ImportSource source, RowErrors errors)
        {
            this.errors = errors;
            return this;
        }

        public void Add(int line, IReadOnlyList<string> cells) => rows.Add(cells[0]);

        public Task Understand(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<UnderstoodRow>> Weigh(int batch, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UnderstoodRow>>([new(batch, rows[batch], [], RowState.New, [])]);

        public Task Prepare(int batch, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<ImportCounts> Write(int batch, Import import, Act act, CancellationToken cancellationToken)
        {
            Assert.Equal(import.Id, act.ImportId);
            Written.Add(batch);
            if (rows[batch] == "x")
                errors.Add(batch, "", "repeated-row", 1);
            return Task.FromResult(new ImportCounts(1, 0, 0, 0));
        }

        public Task<ImportResult> Undo(Import import, RowErrors errors, Action<int, int> progress, CancellationToken cancellationToken)
        {
            Undone.Add(import.PublicId);
            return Task.FromResult(new ImportResult(0, 0, 0, 0, [], true));
        }
    }

    private static Task<ImportResult> Run(TestSystem system, Target target, string rows) =>
        system.As(
            system.World.OfficeHead,
            s =>
                new RunImport(
                    s.GetRequiredService<AppDb>(),
                    [target],
                    s.GetRequiredService<ImportReader>(),
                    s.GetRequiredService<ApplyBatches>(),
                    s.GetRequiredService<ThiDua.App.Security.Viewer>(),
                    system.Clock
                ).Handle(
                    new("test", "dong.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes("Cột so\n" + rows)), false, "so"),
                    CancellationToken.None
                )
        );

    [Theory, BothEngines]
    public async Task Each_batch_has_its_act_and_the_import_ends_with_the_last(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var target = new Target();
        var result = await Run(system, target, "a\nb\nc\n");
        Assert.Empty(result.Errors);
        Assert.Equal((3, 3, true), (result.Rows, result.New, result.Applied));
        var import = await system.Db(db => db.Imports.AsNoTracking().SingleAsync());
        Assert.Equal(("so", 3, true, result.Import), (import.Of, import.Batches, import.Complete, import.PublicId));
        Assert.Equal(3, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "test.import" && a.ImportId == import.Id)));
        Assert.Empty(target.Undone);
    }

    [Theory, BothEngines]
    public async Task What_is_refused_on_the_way_takes_back_what_came_before(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var target = new Target();
        var result = await Run(system, target, "a\nb\nx\nd\n");
        Assert.Equal((false, 3), (result.Applied, target.Written.Count));
        Assert.Equal("repeated-row", Assert.Single(result.Errors).Code);
        var import = await system.Db(db => db.Imports.AsNoTracking().SingleAsync());
        Assert.Equal((2, false), (import.Batches, import.Complete));
        Assert.Equal([import.PublicId], target.Undone);
        Assert.Equal(2, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "test.import")));

        // Refused at once: nothing is there to be taken back.
        var none = new Target();
        Assert.False((await Run(system, none, "x\n")).Applied);
        Assert.Empty(none.Undone);
        Assert.Equal(1, await system.Db(db => db.Imports.CountAsync()));
    }

    [Theory, BothEngines]
    public async Task One_that_was_cut_off_goes_on_behind_what_is_done(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var target = new Target();
        var import = new Import
        {
            Kind = "test",
            FileName = "dong.csv",
            At = TestSystem.Now,
            Batches = 2,
            New = 2,
        };
        await system.As(
            null,
            async s =>
            {
                s.GetRequiredService<AppDb>().Add(import);
                s.GetRequiredService<ThiDua.App.Security.Viewer>().Record("test.import", "import", "x", null);
                await s.GetRequiredService<AppDb>().SaveChangesAsync();
                foreach (var row in new[] { "a", "b", "c" })
                    target.Add(0, [row]);
                var errors = new RowErrors("dong.csv", s.GetRequiredService<IStringLocalizer<ThiDua.App.Imports.Text>>());
                await s.GetRequiredService<ApplyBatches>().Handle(target, import, target, errors, CancellationToken.None);
            }
        );
        Assert.Equal([2], target.Written);
        var done = await system.Db(db => db.Imports.AsNoTracking().SingleAsync());
        Assert.Equal((3, 3, true), (done.Batches, done.New, done.Complete));
    }
}
