using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Plans;

namespace ThiDua.App.Cli.Demo;

/// <summary>The sample's units and who reports for them.</summary>
internal static partial class DemoPlaces
{
    private static readonly (string Word, string Kind)[] Kinds =
    [
        ("xã", "commune"),
        ("phường", "ward"),
        ("thị trấn", "commune"),
        ("huyện", "district"),
        ("thành phố", "district"),
        ("tỉnh", "province"),
    ];

    private static readonly Dictionary<string, string> UserNames = new()
    {
        ["police"] = "congan",
        ["office"] = "tonghop",
        ["justice"] = "tuphap",
        ["culture"] = "vanhoa",
        ["broadcasting"] = "truyenthanh",
        ["portal"] = "congtt",
        ["front"] = "mattran",
        ["farmers"] = "nongdan",
        ["veterans"] = "cuuchienbinh",
        ["youth"] = "doan",
        ["women"] = "phunu",
        ["school"] = "truong",
        ["military"] = "quansu",
        ["steering-committee"] = "banchidao",
        ["trade-union"] = "congdoan",
        ["lawyers"] = "luatgia",
        ["patrol"] = "tuantra",
    };

    private static readonly string[] Heads =
    [
        "Nguyễn Văn Hai",
        "Trần Thị Ba",
        "Lê Văn Tư",
        "Phạm Thị Năm",
        "Võ Văn Sáu",
        "Đặng Thị Bảy",
        "Bùi Văn Tám",
        "Huỳnh Thị Chín",
        "Nguyễn Thanh Tùng",
        "Trần Minh Phụng",
        "Lê Thị Kim Loan",
        "Phạm Quốc Dũng",
        "Võ Thị Hồng Gấm",
        "Đặng Văn Phước",
        "Bùi Thị Ngọc Ánh",
        "Huỳnh Văn Lộc",
        "Nguyễn Thị Bích Thủy",
        "Trần Văn Đức",
        "Lê Hoàng Nam",
        "Phạm Thị Mỹ Hạnh",
        "Võ Minh Khôi",
        "Đặng Thị Thu Hà",
        "Bùi Quang Vinh",
        "Huỳnh Thị Cẩm Tú",
        "Ngô Văn Thắng",
        "Dương Thị Lệ",
    ];

    /// <summary>Those at the commune who report nothing themselves: one for each other role.</summary>
    public static readonly (string UserName, string Who, string Role)[] Watchers =
    [
        ("lanhdao", "Nguyễn Văn Thành", Roles.Leader),
        ("hoidong", "Trương Thị Mai", Roles.CouncilMember),
        ("kiemtra", "Hồ Văn Lợi", Roles.Inspector),
        ("giamsat", "Ngô Thị Thu", Roles.Auditor),
        ("hethong", "Hệ thống báo cáo của tỉnh", Roles.ApiClient),
    ];

    /// <summary>A commune beside the sample's own, with one hamlet: what is theirs stays unseen here, and the other way round.</summary>
    public static async Task<(UnitRow Commune, UnitRow Hamlet)> Foreign(IServiceProvider services, CancellationToken cancellationToken)
    {
        var commune = await Add(services, "Xã Láng Mẫu", "commune", null, cancellationToken);
        return (commune, await Add(services, "Ấp Láng Mẫu 1", "hamlet", commune.Id, cancellationToken));
    }

    public static async Task<UnitRow> Commune(IServiceProvider services, Plan plan, CancellationToken cancellationToken)
    {
        var issuer = plan.Header.Issuer ?? "xã Mẫu";
        var name = Organ().Replace(issuer, "").Trim() is { Length: > 2 } place ? place : $"xã {plan.Header.Place ?? "Mẫu"}";
        var kind = Kinds.FirstOrDefault(k => name.StartsWith(k.Word, StringComparison.OrdinalIgnoreCase)).Kind ?? "commune";
        // A letterhead is in capitals; the tree's names are not.
        var words = name.ToLowerInvariant().Split(' ').Select(w => w.Length == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]);
        return await Add(services, string.Join(' ', words), kind, null, cancellationToken);
    }

    /// <summary>Six hamlets, by the names that the plan gives them, else numbered; a plan that names its own finds them there.</summary>
    public static async Task<int> Hamlets(IServiceProvider services, Plan plan, UnitRow commune, CancellationToken cancellationToken)
    {
        var written = plan
            .Sections.Select(s => s.Title.ToString())
            .Concat(plan.Tasks.SelectMany(t => t.Lead.Concat(t.With)))
            .Concat(plan.Recipients);
        var named = UnitNaming.ProperNames(written, "Ấp");
        var names = named.Count >= 3 ? named : [.. Enumerable.Range(1, 6).Select(n => $"Ấp {n}")];
        foreach (var name in names)
            await Add(services, name, "hamlet", commune.Id, cancellationToken);
        // A plan speaks of "the schools" without their names.
        foreach (var school in new[] { "Trường Tiểu học", "Trường Trung học cơ sở" })
            await Add(
                services,
                $"{school} {commune.Name[(commune.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]}",
                "school",
                commune.Id,
                cancellationToken
            );
        return names.Count;
    }

    /// <summary>One account for each unit that the campaign gives something to report.</summary>
    public static async Task<IReadOnlyList<(UnitRow Unit, string UserName, string Who)>> Officers(
        IServiceProvider services,
        Campaign campaign,
        UnitRow commune,
        CancellationToken cancellationToken
    )
    {
        var db = services.GetRequiredService<AppDb>();
        var units = await UnitQueries.Subtree(db, commune.Path, campaign.From, cancellationToken);
        var taken = new Dictionary<string, int>();
        var officers = new List<(UnitRow, string, string)>();
        foreach (var unit in units.Where(u => u.Kind == "hamlet" || UserNames.ContainsKey(u.Kind)))
        {
            var stem = UserNames.GetValueOrDefault(unit.Kind, "ap");
            var number = taken[stem] = taken.GetValueOrDefault(stem) + 1;
            var userName = unit.Kind == "hamlet" || number > 1 ? $"{stem}{number}" : stem;
            officers.Add((unit, userName, Heads[officers.Count % Heads.Length]));
        }
        return officers;
    }

    private static async Task<UnitRow> Add(
        IServiceProvider services,
        string name,
        string kind,
        int? parent,
        CancellationToken cancellationToken
    )
    {
        var made = await services
            .GetRequiredService<CreateUnit>()
            .Handle(
                new()
                {
                    Name = name,
                    Kind = kind,
                    ParentId = parent,
                    From = CreateUnit.Always,
                },
                cancellationToken
            );
        if (made.Value is null)
            throw new InvalidOperationException(made.Errors[0].Message);
        return (await UnitQueries.Find(services.GetRequiredService<AppDb>(), made.Value.Id, CreateUnit.Always, cancellationToken))!;
    }

    [GeneratedRegex(@"^\s*(UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ủy ban Nhân dân)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Organ();
}
