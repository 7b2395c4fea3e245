namespace ThiDua.EndToEnd;

/// <summary>What the registers of the movement are together: a model's life, an inspection to its end, a peak period.</summary>
public sealed class MovementJourney(Demo demo)
{
    private const string Office = "vanphong",
        Reviewer = "phochutich";

    [Fact]
    public async Task A_model_goes_from_founding_to_remedy_to_proposal_to_replication()
    {
        const string name = "Tổ Dân cư tự quản số 9 bến đò";
        var hamlet = await demo.SignedIn("ap4", phone: true);
        var model = await hamlet.Add(
            "/registers/models/new",
            ("name", name),
            ("model-type", "self-managed"),
            ("founded", "2024-09-01"),
            ("members", "40"),
            ("groups", "1"),
            ("zalo", "0")
        );
        var review = await Review(hamlet, model, yes: 1);
        Assert.Contains("1 trên 5", await hamlet.InnerTextAsync("main"), StringComparison.Ordinal);

        var office = await demo.SignedIn(Office);
        await office.GotoAsync(review);
        await office.IsWell("movement-review");
        var remedy = await office.AddBelow(
            model,
            "model-remedies",
            ("what", $"Lập nhóm Zalo {name}"),
            ("date", "2024-09-13"),
            ("deadline", "2024-09-20")
        );
        await Settle(remedy, "ap4", $"Lập nhóm Zalo {name}");

        await Review(hamlet, model, yes: 5);
        var police = await demo.SignedIn("congan");
        var proposal = await police.Add(
            "/registers/model-proposals/new",
            ("model", name),
            ("title", "Công nhận mô hình hiệu quả của thành phố"),
            ("date", "2024-09-14"),
            ("level", "city"),
            ("results", "Sáu tháng không mất trộm; cả bến đò cùng giữ.")
        );
        var leader = await demo.SignedIn(Reviewer);
        await leader.Act(proposal, "send");
        await leader.Act(proposal, "recognise");
        Assert.Contains("Được công nhận", await leader.InnerTextAsync("main"), StringComparison.Ordinal);

        var other = await demo.SignedIn("ap5", phone: true);
        const string taken = "Áp dụng tại bến đò An Thạnh";
        await other.Add("/registers/model-replications/new", ("model", name), ("what", taken), ("date", "2024-09-15"));
        await other.IsWell("movement-replication");
        await office.GotoAsync(model);
        await office.IsWell("movement-model");
        var page = await office.InnerTextAsync("main");
        Assert.All(
            (string[])[taken, "Công nhận mô hình hiệu quả của thành phố", $"Lập nhóm Zalo {name}"],
            told => Assert.Contains(told, page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_inspection_ends_when_its_remedy_was_done_and_looked_at_again()
    {
        var police = await demo.SignedIn("congan", phone: true);
        var inspection = await police.Add(
            "/registers/inspections/new",
            ("subject", "Kiểm tra phòng cháy khu nhà kho"),
            ("inspected", "Ấp An Lợi"),
            ("date", "2024-09-09"),
            ("sort", "planned"),
            ("team", "Công an xã"),
            ("checklist", "fire"),
            ("conclusion", "Kho chưa có lối thoát thứ hai."),
            ("result", "mend")
        );
        var finding = await police.AddBelow(
            inspection,
            "inspection-findings",
            ("what", "Kho nông sản chỉ có một lối ra"),
            ("date", "2024-09-09"),
            ("responsible", "Ấp An Lợi"),
            ("weight", "major"),
            ("deadline", "2024-09-30")
        );
        var office = await demo.SignedIn(Office);
        const string what = "Mở lối thoát thứ hai của kho nông sản";
        var remedy = await office.AddBelow(
            finding,
            "inspection-remedies",
            ("_unit", "Ấp An Lợi"),
            ("what", what),
            ("date", "2024-09-10"),
            ("deadline", "2024-09-15")
        );
        await office.IsWell("movement-remedy");
        Assert.Contains("Quá hạn", await Settle(remedy, "ap3", what), StringComparison.OrdinalIgnoreCase);

        await police.GotoAsync($"{finding}/edit");
        await police.FillRow("rechecked", "2024-09-15");
        await police.FillRow("outcome", "mended");
        await police.Press(police.Button("Lưu vào sổ"));
        Assert.Contains("Đã khắc phục", await police.InnerTextAsync("main"), StringComparison.Ordinal);
        await police.Press(police.Locator("button[name=act][value=report]"));
        await (await demo.SignedIn(Reviewer)).Act(finding, "accept");
    }

    [Fact]
    public async Task A_peak_period_goes_from_its_opening_paper_to_its_summary()
    {
        var police = await demo.SignedIn("congan");
        var peak = await police.Add(
            "/registers/peak-periods/new",
            ("title", "Cao điểm giữ bình yên mùa thu hoạch"),
            ("occasion", "topic"),
            ("from", "2024-09-01"),
            ("last", "2024-09-15"),
            ("number", "47/KH-CAX"),
            ("units", "Ấp An Hòa"),
            ("aims", "Không mất trộm nông sản, không cháy kho.")
        );
        var office = await demo.SignedIn(Office);
        const string what = "Tuần tra vườn điều các đêm cuối tuần";
        var task = await office.AddBelow(
            peak,
            "peak-tasks",
            ("_unit", "Ấp An Hòa"),
            ("what", what),
            ("date", "2024-09-02"),
            ("deadline", "2024-09-18")
        );
        await Settle(task, "ap1", what, ("shifts", "4"));
        await police.GotoAsync($"{peak}/edit");
        await police.FillRow("until", "2024-09-16");
        await police.FillRow("report", "52/BC-CAX");
        await police.FillRow("summary", "Bốn ca tuần tra, không mất trộm.");
        await police.Press(police.Button("Lưu vào sổ"));
        await police.GotoAsync(peak);
        Assert.Contains("Bốn ca tuần tra", await police.InnerTextAsync("main"), StringComparison.Ordinal);
        await office.GotoAsync(peak);
        await office.IsWell("movement-peak");
        Assert.Contains("Số ca tuần tra: 4 ca", await office.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The unit finds it among its work, writes what it did and says so; the office accepts it.</summary>
    /// <returns>What the unit's list of work said.</returns>
    private async Task<string> Settle(string row, string account, string title, params (string Field, string Value)[] more)
    {
        var unit = await demo.SignedIn(account, phone: true);
        await unit.GotoAsync("/my-work");
        var work = unit.Locator("main li, main tr").Filter(new() { HasText = title }).First;
        var said = await work.InnerTextAsync();
        await unit.GotoAsync($"{row}/edit");
        foreach (var (field, value) in (IEnumerable<(string, string)>)[("result", "Đã làm xong, có biên bản."), .. more])
            await unit.FillRow(field, value);
        await unit.Press(unit.Button("Lưu vào sổ"));
        await unit.Press(unit.Locator("button[name=act][value=report]"));
        await (await demo.SignedIn(Reviewer)).Act(row, "accept");
        return said;
    }

    private static async Task<string> Review(IPage page, string model, int yes)
    {
        string[] criteria = ["meets", "informs", "reports", "quiet", "spreads"];
        (string, string)[] fault = yes < 3 ? [("fault", "Chưa có nhóm Zalo, họp thưa")] : [];
        return await page.AddBelow(
            model,
            "model-reviews",
            [
                ("period", "quý 3/2024"),
                ("date", "2024-09-14"),
                .. criteria.Select((c, n) => (c, n < yes ? "1" : "0")),
                ("kept", "1"),
                .. fault,
            ]
        );
    }
}
