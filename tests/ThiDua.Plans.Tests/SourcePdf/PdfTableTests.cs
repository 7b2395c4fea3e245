using static ThiDua.Plans.Tests.Source.Documents;

namespace ThiDua.Plans.Tests.SourcePdf;

/// <summary>Tables of a printed page, with lines and without.</summary>
public sealed class PdfTableTests
{
    [Fact]
    public void A_table_without_lines_gives_rows_and_the_text_below_it_does_not()
    {
        var document = new PdfFile()
            .Line("Phân công nhiệm vụ như sau:", indent: true)
            .At(90, 700, "TT", bold: true)
            .At(190, 700, "Nhiệm vụ", bold: true)
            .At(345, 700, "Chủ trì", bold: true)
            .At(455, 700, "Thời hạn", bold: true)
            .At(92, 682, "1")
            .At(125, 682, "Tuyên truyền pháp luật đến")
            .At(330, 682, "Công an xã")
            .At(455, 682, "30/6/2026")
            .At(125, 666, "từng hộ dân")
            .At(92, 648, "2")
            .At(125, 648, "Xây dựng mô hình")
            .At(330, 648, "Văn phòng")
            .At(455, 648, "Hằng quý")
            .At(121, 622, "II. TỔ CHỨC THỰC HIỆN", bold: true)
            .At(121, 602, "Các đơn vị nghiêm túc thực hiện, báo cáo kết quả về Công an xã.")
            .Read();
        Assert.Equal(
            [
                "Phân công nhiệm vụ như sau:",
                "TT | Nhiệm vụ | Chủ trì | Thời hạn",
                "1 | Tuyên truyền pháp luật đến từng hộ dân | Công an xã | 30/6/2026",
                "2 | Xây dựng mô hình | Văn phòng | Hằng quý",
                "II. TỔ CHỨC THỰC HIỆN",
                "Các đơn vị nghiêm túc thực hiện, báo cáo kết quả về Công an xã.",
            ],
            Texts(document)
        );
        Assert.Equal([0, 1, 2], document.Lines.Where(l => l.Row is not null).Select(l => l.Row!.Index));
    }

    [Fact]
    public void A_ruled_table_gives_rows()
    {
        var document = new PdfFile()
            .Line("Phân công nhiệm vụ như sau:", indent: true)
            .Table(
                [85, 120, 320, 440, 538],
                40,
                ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
                ["1", "Tuyên truyền pháp luật\nđến từng hộ", "Công an xã", "30/6"],
                ["2", "Xây dựng mô hình", "Văn phòng", "Hằng quý"]
            )
            .Down(10)
            .Line("Các đơn vị thực hiện nghiêm.", indent: true)
            .Read();
        Assert.Equal(
            [
                "Phân công nhiệm vụ như sau:",
                "TT | Nhiệm vụ | Chủ trì | Thời hạn",
                "1 | Tuyên truyền pháp luật đến từng hộ | Công an xã | 30/6",
                "2 | Xây dựng mô hình | Văn phòng | Hằng quý",
                "Các đơn vị thực hiện nghiêm.",
            ],
            Texts(document)
        );
        Assert.Equal([(0, 0), (0, 1), (0, 2)], document.Lines.Where(l => l.Row is not null).Select(l => (l.Row!.Table, l.Row.Index)));
    }
}
