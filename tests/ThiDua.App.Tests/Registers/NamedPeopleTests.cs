using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Registers;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Registers;

/// <summary>Registers that name people in a duty, and fields that choose one.</summary>
public sealed class NamedPeopleTests
{
    private const string Yaml = """
        code: helpers
        title: {vi: "Sổ người giúp việc", en: "Helpers"}
        row: {vi: "người", en: "helper"}
        purpose: {vi: "Biết ai trực.", en: "To know who is on duty."}
        keptBy: [hamlet]
        date: date
        name: who
        parts:
          - code: all
            fields:
              - {code: date, kind: date, label: {vi: "Ngày", en: "Date"}, required: true, listed: true}
              - {code: who, kind: member, label: {vi: "Thành viên", en: "Member"}, required: true, listed: true}
              - {code: officer, kind: officer, label: {vi: "Cán bộ phụ trách", en: "Officer"}}
        retention: {years: 1, verified: false}

        """;

    private static async Task<(TestSystem System, string Row)> Start(Engine engine, SpoiltPack pack)
    {
        pack.Write("registers/helpers.yaml", Yaml);
        pack.Write(UnseenRegister.File, UnseenRegister.Yaml);
        var system = await TestSystem.Start(engine, packs: pack.Parent);
        var typed = new Dictionary<string, string> { ["date"] = "2024-05-02", ["who"] = "Nguyễn Văn Bình" };
        var saved = await system.As(
            system.World.HamletHeads[0],
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(
                        new("helpers", system.World.Hamlets[0].PublicId, typed, new Dictionary<string, string>()),
                        CancellationToken.None
                    )
        );
        return (system, saved.Value!.Id);
    }

    [Theory, BothEngines]
    public async Task Who_reads_them_is_on_record_once_a_day_and_no_device_keeps_a_copy(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (started, row) = await Start(engine, pack);
        await using var system = started;
        var plain = (
            await RegisterCountTests.Save(system, system.World.HamletHeads[0], system.World.Hamlets[0], UnseenRegister.Row())
        ).Value!;
        using var head = await system.Browser(system.World.HamletHeads[0]);
        foreach (var address in new[] { $"/registers/rows/{row}", $"/registers/rows/{row}/edit", $"/registers/rows/{row}" })
        {
            await head.Open(address);
            Assert.Contains("Nguyễn Văn Bình", head.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.False(head.Answer.Headers.Contains(OnDeviceAttribute.Header), address);
        }
        await head.Open($"/registers/rows/{plain.Id}");
        Assert.True(head.Answer.Headers.Contains(OnDeviceAttribute.Header));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == RegisterReads.Verb && a.SubjectId == "helpers")));
    }

    [Theory, BothEngines]
    public async Task An_officer_is_told_by_name_and_unit_and_is_somebody_who_answers_for_something(Engine engine)
    {
        using var pack = new SpoiltPack();
        var (started, _) = await Start(engine, pack);
        await using var system = started;
        var names = await system.As(
            system.World.HamletHeads[0],
            async s =>
            {
                var register = s.GetRequiredService<PackShelf>().All.Select(p => p.Register("helpers")).First(r => r is not null)!;
                var known = await s.GetRequiredService<FormNameSources>()
                    .Of(register.Form, system.World.Hamlets[0].Id, CancellationToken.None);
                return known.Of(register.Form.Field("officer")!).Select(n => n.Name).ToList();
            }
        );
        Assert.Contains(names, n => n.StartsWith("Lê Văn Bảy – ", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.StartsWith("Người quản trị", StringComparison.Ordinal));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void What_stands_or_must_be_one_of_its_kind_is_not_copied_to_the_next_year()
    {
        var pack = PackFolder.Pack;
        Assert.True(RowCopies.May(pack.Register("outreach")!));
        Assert.False(RowCopies.May(pack.Register("models")!));
        Assert.All(pack.Registers.Where(RowCopies.May), r => Assert.Null(r.Until));
    }
}
