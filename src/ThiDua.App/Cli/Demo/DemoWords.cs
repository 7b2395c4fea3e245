using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Cli.Demo;

/// <summary>The words of a sample report, drawn by unit and period.</summary>
internal static class DemoWords
{
    private static readonly string[] Done =
    [
        "Tổ chức họp các tổ dân cư tự quản, lồng ghép tuyên truyền phòng, chống tội phạm và lừa đảo qua mạng.",
        "Duy trì tuần tra ban đêm theo lịch; vận động các hộ tham gia nhóm Zalo của tổ.",
        "Phối hợp với Công an xã tuyên truyền tại các buổi sinh hoạt; phát tờ rơi đến từng hộ.",
        "Vận động hội viên đóng góp sửa chữa các bóng đèn hỏng trên tuyến đường thắp sáng.",
    ];

    private static readonly string[] Hard =
    [
        "Một số hộ đi làm ăn xa, khó mời họp đầy đủ.",
        "Kinh phí duy trì đèn đường còn hạn chế.",
        "Lực lượng mỏng, địa bàn rộng.",
    ];

    private static readonly string[] Asked =
    [
        "Đề nghị xã hỗ trợ thêm tài liệu tuyên truyền.",
        "Đề nghị hỗ trợ kinh phí thay bóng đèn trên các tuyến đường.",
    ];

    public static (string Results, string? Difficulties, string? Proposals) Of(UnitRow unit, Period period)
    {
        var number = unit.Id + period.Last.Month;
        return (
            Done[number % Done.Length],
            number % 3 == 0 ? Hard[number % Hard.Length] : null,
            number % 5 == 0 ? Asked[number % Asked.Length] : null
        );
    }
}
