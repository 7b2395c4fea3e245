using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Jobs;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary>Plans that tests import.</summary>
internal static class PlanSamples
{
    public const string Short = """
        ỦY BAN NHÂN DÂN
        XÃ HÒA THUẬN MẪU

        Số: 21/KH-UBND

        Hòa Thuận Mẫu, ngày 10 tháng 01 năm 2024

        KẾ HOẠCH
        Phát động phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” năm 2024

        Căn cứ Kế hoạch số 76/KH-UBND ngày 27 tháng 3 năm 2024 của UBND thành phố về phát động phong trào thi đua;

        I. MỤC ĐÍCH, YÊU CẦU

        Nâng cao ý thức giữ gìn an ninh, trật tự của mỗi gia đình.

        II. CHỈ TIÊU

        - Tỷ lệ điều tra, khám phá án đạt trên 75%.

        - Các ấp tổ chức tuyên truyền đến ít nhất 75% tổng số hộ dân của ấp.

        - Trồng 40 cây hoa giấy.

        III. TỔ CHỨC THỰC HIỆN

        1. Công an xã: Tham mưu UBND xã kiểm tra việc thực hiện; tổng hợp, báo cáo trước ngày 15/12/2024.

        2. Hội Liên hiệp Phụ nữ xã: Vận động hội viên tham gia các mô hình tự quản.

        Nơi nhận:
        - Công an xã;
        - 06 ấp;
        - Lưu: VT.
        """;

    public static byte[] Sample(string ending) =>
        File.ReadAllBytes(Path.Combine(PackFolder.Repository, "samples", "ke-hoach-thi-dua-2024." + ending));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Imports in this process, as the demo does.</summary>
    public static async Task<PlanDraft> Import(
        TestSystem system,
        string text = Short,
        TestAccount? who = null,
        string file = "ke-hoach.txt"
    )
    {
        var outcome = await system.As(
            who ?? system.World.OfficeHead,
            s =>
                s.GetRequiredService<ImportPlan>()
                    .HandleTrusted(
                        new()
                        {
                            Unit = system.World.Commune.PublicId,
                            FileName = file,
                            File = new MemoryStream(Bytes(text)),
                        },
                        CancellationToken.None
                    )
        );
        Assert.True(outcome.Ok, string.Join(' ', outcome.Errors));
        return outcome.Value!;
    }

    public static Task<Outcome<Job>> Take(TestSystem system, string name, byte[] content) =>
        system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<UploadPlan>()
                    .Handle(
                        new()
                        {
                            Unit = system.World.Commune.PublicId,
                            FileName = name,
                            File = new MemoryStream(content),
                        },
                        CancellationToken.None
                    )
        );

    /// <summary>Uploads as the page does and waits until the job is over, however long that takes.</summary>
    public static async Task<(Job? Job, Outcome Taken)> Upload(TestSystem system, string name, byte[] content)
    {
        var taken = await Take(system, name, content);
        if (taken.Value is not { } job)
            return (null, taken);
        return (
            await system.As(null, s => s.GetRequiredService<JobDesk>().Wait(job, TimeSpan.FromMinutes(2), CancellationToken.None)),
            taken
        );
    }

    public static async Task<DraftContent> Content(TestSystem system, string draft) =>
        DraftContent.Parse(
            await system.Db(db => Task.FromResult(db.PlanDrafts.Where(d => d.Case.PublicId == draft).Select(d => d.Content).Single()))
        );

    public static Task<Outcome> Do<T>(TestSystem system, Func<T, Task<Outcome>> act)
        where T : notnull =>
        system.As(
            system.World.OfficeHead,
            s =>
            {
                System.Globalization.CultureInfo.CurrentUICulture = ThiDua.App.App.Vietnamese;
                return act(s.GetRequiredService<T>());
            }
        );
}
