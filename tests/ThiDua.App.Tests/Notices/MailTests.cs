using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Accounts.Mine;
using ThiDua.App.Jobs;
using ThiDua.App.Notices;
using ThiDua.App.Notices.Mail;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Notices;

public sealed class MailTests
{
    private static readonly DateOnly Due = new(2024, 6, 5);

    private static MailServer Server(int port) =>
        MailServer.Parse($"smtp://127.0.0.1:{port}", "Văn phòng <vanphong@xa.example>", "https://thidua.example")!;

    private static Task<TestSystem> Start(Engine engine, MailServer server) =>
        TestSystem.Start(engine, also: services => services.AddSingleton(new MailSetting(server)));

    private static Task Remind(TestSystem system, string what, params TestUnit[] units) =>
        system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RemindUnits>()
                    .Handle(
                        new(
                            "report",
                            Permission.FillReport,
                            [.. units.Select(u => new RemindThing(u.Id, $"{what}:{u.Code}", what, "/my-work", Due))]
                        ),
                        CancellationToken.None
                    )
        );

    private static Task Mail(TestSystem system, TestAccount who, string? address) =>
        system.As(who, async s => Assert.True((await s.GetRequiredService<ChangeMail>().Handle(address, CancellationToken.None)).Ok));

    private static Task Round(TestSystem system) => system.As(null, s => s.GetRequiredService<MailRound>().Drain(CancellationToken.None));

    [Theory, BothEngines]
    public async Task New_notices_of_one_person_go_together_and_only_to_who_gave_an_address(Engine engine)
    {
        await using var sink = new MailSink();
        await using var system = await Start(engine, Server(sink.Port));
        var world = system.World;
        await Mail(system, world.HamletHeads[0], "hai@xa.example");
        await Remind(system, "việc của trước đó", world.Hamlets[0]);
        // What was there before e-mail was set up is not sent.
        await Round(system);
        await Remind(system, "báo cáo tháng 5/2024", world.Hamlets[0], world.Hamlets[1]);
        await Remind(system, "biên bản họp ấp", world.Hamlets[0]);
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await Round(system);
        var sent = await sink.Next();
        Assert.Equal("hai@xa.example", Assert.Single(sent.To.Mailboxes).Address);
        Assert.Equal("ThiDua: 2 lời nhắc mới", sent.Subject);
        Assert.Contains("báo cáo tháng 5/2024", sent.TextBody, StringComparison.Ordinal);
        Assert.Contains("biên bản họp ấp", sent.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://thidua.example/my-work", sent.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("trước đó", sent.TextBody, StringComparison.Ordinal);
        // None is sent twice, and none to who takes the address away.
        await Mail(system, world.HamletHeads[0], null);
        await Remind(system, "việc sau cùng", world.Hamlets[0]);
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await Round(system);
        Assert.Equal(1, await system.Db(db => db.Jobs.CountAsync(j => j.Kind == SendMail.Code)));
        Assert.True(sink.IsEmpty);
    }

    [Fact]
    public async Task Without_a_server_nothing_is_handed_on_and_nobody_is_asked_for_an_address()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await Remind(system, "báo cáo tháng 5/2024", system.World.Hamlets[0]);
        system.Clock.Advance(TimeSpan.FromMinutes(1));
        await Round(system);
        Assert.False(await system.Db(db => db.Jobs.AnyAsync(j => j.Kind == SendMail.Code)));
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/account");
        Assert.Null(head.Page.QuerySelector("#Mail"));
    }

    [Theory]
    [InlineData("hai")]
    [InlineData("hai@")]
    [InlineData("hai@xa")]
    [InlineData("Hai <hai@xa.example>")]
    [InlineData("hai@xa.example, ba@xa.example")]
    [InlineData("hai@xa.example\r\nBcc: all@xa.example")]
    public async Task What_is_no_address_is_refused_beside_its_field(string typed)
    {
        await using var system = await Start(Engine.Sqlite, Server(1));
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/account");
        await head.Send("form[action*=Mail]", ("Mail", typed));
        Assert.Contains("Chưa đúng địa chỉ thư", head.Text, StringComparison.Ordinal);
        await head.Send("form[action*=Mail]", ("Mail", "hai@xa.example"));
        Assert.Contains("Đã lưu địa chỉ thư điện tử", head.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example", "a@b.example", null)]
    [InlineData("http://mail.example", "a@b.example", null)]
    [InlineData("smtp://mail.example", "không phải địa chỉ", null)]
    [InlineData("smtp://mail.example", "a@b.example", "thidua.example")]
    public void A_setting_that_cannot_be_used_is_none(string server, string from, string? site) =>
        Assert.Null(MailServer.Parse(server, from, site));

    [Fact]
    public void A_setting_has_its_usual_ports_and_a_password_with_marks()
    {
        var plain = MailServer.Parse("smtp://lan:a%40b%3Ac@mail.example", "a@b.example", null)!;
        Assert.Equal((587, ("lan", "a@b:c")), (plain.Port, plain.Login!.Value));
        Assert.Equal(SecureSocketOptions.StartTls, plain.Security);
        Assert.Equal(SecureSocketOptions.StartTlsWhenAvailable, MailServer.Parse("smtp://mail.example", "a@b.example", null)!.Security);
        Assert.Equal(465, MailServer.Parse("smtps://mail.example", "a@b.example", null)!.Port);
    }
}
