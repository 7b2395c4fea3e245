using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Cli;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App;

/// <summary>What happens before the first request: packs checked, database migrated, sample and real data kept apart.</summary>
public static class Startup
{
    public static async Task Prepare(IServiceProvider services, ServeOptions options, CancellationToken cancellationToken)
    {
        var packs = CheckedPacks(services);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        await BringUpToDate(db, cancellationToken);
        await KeepSampleApart(db, viewer, options, cancellationToken);
        await NameIndicators(db, viewer, packs.All, cancellationToken);
        await AddOwnIndicators(db, packs, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<CasesOfCampaigns>().Fill(cancellationToken);
    }

    /// <summary>
    /// For verbs that look at a system which is there, and perhaps serves: nothing is made, brought up to date or kept
    /// apart, be its data a sample or real.
    /// </summary>
    public static async Task Open(IServiceProvider services, ServeOptions options, CancellationToken cancellationToken)
    {
        var packs = CheckedPacks(services);
        if (DatabaseAddress.Of(options.Data, options.Postgres).SqliteFile is { } file && !File.Exists(file))
            throw new StartRefused(
                $"{options.Data}: không có dữ liệu ở đây; chọn thư mục bằng --data. / No data here; choose the folder with --data."
            );
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                throw new StartRefused(
                    "Cơ sở dữ liệu thuộc phiên bản cũ hơn; hãy chạy serve một lần để đưa lên phiên bản này. / The database is of an older version; serve once brings it to this one."
                );
        }
        catch (DbException e)
        {
            throw new StartRefused($"Không mở được cơ sở dữ liệu / the database cannot be opened: {e.Message}");
        }
        await AddOwnIndicators(db, packs, cancellationToken);
    }

    private static PackShelf CheckedPacks(IServiceProvider services)
    {
        var packs = services.GetRequiredService<PackShelf>();
        if (packs.Errors is { Count: > 0 } errors)
            throw new StartRefused(string.Join('\n', errors));
        using var scope = services.CreateScope();
        var kinds = scope.ServiceProvider.GetRequiredService<CaseKinds>();
        if (packs.All.SelectMany(kinds.Missing).ToList() is { Count: > 0 } missing)
            throw new StartRefused(
                $"Quy trình thiếu trạng thái hoặc bước mà hệ thống dựa vào / flows lack what the system relies on:\n{string.Join('\n', missing.Select(m => m.Format("vi")))}"
            );
        return packs;
    }

    private static async Task AddOwnIndicators(AppDb db, PackShelf packs, CancellationToken cancellationToken)
    {
        try
        {
            packs.Take(await OwnIndicator.All(db, cancellationToken));
        }
        catch (InvalidOperationException e)
        {
            throw new StartRefused(
                "Bộ mẫu đã thay đổi và không còn hợp với chỉ số mà các đơn vị đã tự lập; hãy dùng lại bộ mẫu trước đó hoặc sửa chỗ nêu dưới đây.\n"
                    + $"The pack was changed and no longer fits the indicators that units made; go back to the pack before, or mend what is named here.\n{e.Message}"
            );
        }
    }

    private static async Task BringUpToDate(AppDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (DbException e)
        {
            throw new StartRefused(
                "Không đưa được cơ sở dữ liệu lên phiên bản này; dữ liệu giữ nguyên. Hãy kiểm tra kết nối và quyền, hoặc chọn thư mục khác bằng --data.\n"
                    + $"The database cannot be brought to this version; its data is as it was. Check the connection and its rights, or choose another folder with --data.\n({e.Message})"
            );
        }
    }

    private static async Task KeepSampleApart(AppDb db, Viewer viewer, ServeOptions options, CancellationToken cancellationToken)
    {
        var sample = await db.Settings.FindAsync([Setting.Sample], cancellationToken);
        var used = await db.Units.AnyAsync(cancellationToken);
        if (sample is null && !used)
        {
            db.Settings.Add(new Setting { Key = Setting.Sample, Value = options.Sample ? "yes" : "no" });
            viewer.Record("system.create", "system", "database", null);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }
        if (sample?.Value == "yes" && !options.Sample)
            throw new StartRefused(
                "Thư mục này chứa dữ liệu mẫu. Dữ liệu mẫu và dữ liệu thật không dùng chung: hãy chọn thư mục khác bằng --data.\n"
                    + "This folder holds sample data, which never shares a database with real data: choose another with --data."
            );
        if (sample?.Value != "yes" && options.Sample)
            throw new StartRefused(
                "Thư mục này chứa dữ liệu thật; lệnh demo không ghi vào đó. Hãy chọn thư mục khác bằng --data.\n"
                    + "This folder holds real data; demo does not write into it. Choose another with --data."
            );
    }

    /// <summary>Gives every indicator its key, before anything asks for it.</summary>
    internal static async Task NameIndicators(AppDb db, Viewer viewer, IReadOnlyCollection<Pack> packs, CancellationToken cancellationToken)
    {
        var known = await db.Indicators.Select(i => i.Code).ToListAsync(cancellationToken);
        var fresh = packs.SelectMany(p => p.Indicators).Select(i => i.Code).Distinct().Except(known).ToList();
        if (fresh.Count == 0)
            return;
        db.Indicators.AddRange(fresh.Select(c => new IndicatorKey { Code = c }));
        viewer.Record(
            "pack.indicators",
            "pack",
            string.Join(',', packs.Select(p => p.Code)),
            null,
            detail: System.Text.Json.JsonSerializer.Serialize(fresh)
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
