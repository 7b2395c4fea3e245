namespace ThiDua.Paper.Tests;

/// <summary>Documents that use every part of the model.</summary>
internal static class Samples
{
    public static OfficialDocument Report() =>
        new()
        {
            SuperiorOrgan = "UBND thành phố Sông Mẫu",
            IssuingOrgan = "Ủy ban nhân dân\nxã An Bình",
            Number = 7,
            Symbol = "BC-UBND",
            Place = "An Bình",
            Date = new PaperDate(2024, 2, 5),
            TypeName = "Báo cáo",
            Subject = "Sơ kết phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” 6 tháng đầu năm 2024",
            Addressees = ["UBND thành phố", "Công an thành phố"],
            LegalBases =
            [
                "Căn cứ Kế hoạch số 15/KH-UBND ngày 05 tháng 4 năm 2024 của UBND xã An Bình",
                "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            ],
            Body =
            [
                new TextBlock("Ủy ban nhân dân xã báo cáo kết quả như sau:"),
                new HeadingBlock(HeadingKind.Roman, "I.", "Tình hình, kết quả"),
                new HeadingBlock(HeadingKind.Clause, "1.", "Công tác chỉ đạo"),
                new TextBlock(
                    "Xã đã ban hành kế hoạch, tổ chức ký giao ước thi đua tại 06 ấp; các đơn vị, tổ chức chính trị - xã hội đăng ký chỉ tiêu ngay từ đầu năm."
                ),
                new BulletBlock(
                    new RichText([
                        new Span("Mô hình: ", Bold: true),
                        new Span("duy trì 18 mô hình, trong đó "),
                        new Span("02 mô hình mới", Italic: true),
                        new Span("."),
                    ])
                ),
                new BulletBlock("Nhóm Zalo của ấp", 1),
                new HeadingBlock(HeadingKind.SubClause, "1.1.", "Kết quả chỉ tiêu"),
                new TableBlock(
                    [new("TT", CellAlign.Centre), new("Chỉ tiêu"), new("Mức giao", CellAlign.Centre), new("Kết quả", CellAlign.Right)],
                    [
                        ["1", "Giảm số vụ phạm tội về trật tự xã hội so với năm 2023", "≥ 5%", "7,14%"],
                        ["2", "Tỷ lệ điều tra, khám phá án", "> 75%", "83,33%"],
                    ],
                    "Kết quả thực hiện chỉ tiêu"
                ),
                new HeadingBlock(HeadingKind.Point, "a)", "Về hạn chế"),
                new TextBlock("Có đơn vị gửi số liệu chậm.", "1."),
                new TextBlock("Trên đây là Báo cáo của Ủy ban nhân dân xã An Bình."),
            ],
            Signature = new SignatureBlock("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch", "Nguyễn Văn Mẫu"),
            Recipients = ["Như trên", "Đảng ủy xã", "Lưu: VT, CAX"],
            Urgency = Urgency.Khan,
            Appendices =
            [
                new Appendix(
                    "I",
                    "Danh sách các ấp",
                    [
                        new TableBlock(
                            [new("TT", CellAlign.Centre), new("Ấp")],
                            [
                                ["1", "Ấp An Hòa"],
                            ]
                        ),
                    ]
                ),
                new Appendix("II", "Kết quả theo đơn vị", [new TextBlock("Số liệu đến ngày 05/02/2024.")], Landscape: true),
            ],
        };

    public static OfficialDocument Decision() =>
        Report() with
        {
            SuperiorOrgan = null,
            Symbol = "QĐ-BCĐ",
            Number = null,
            Date = new PaperDate(2024, 4),
            TypeName = "Quyết định",
            Subject = "Ban hành Quy chế hoạt động của Ban Chỉ đạo",
            Addressees = [],
            Urgency = Urgency.None,
            Body =
            [
                new HeadingBlock(HeadingKind.Chapter, "Chương I", "Quy định chung"),
                new HeadingBlock(HeadingKind.Section, "Mục 1", "Phạm vi"),
                new HeadingBlock(HeadingKind.Article, "Điều 1.", "Phạm vi điều chỉnh"),
                new TextBlock("Quy chế này quy định hoạt động của Ban Chỉ đạo.", "1."),
                new TextBlock("Thành viên của Ban Chỉ đạo;", "a)"),
                new HeadingBlock(HeadingKind.Article, "Điều 2.", "Hiệu lực"),
                new TextBlock("Quyết định này có hiệu lực kể từ ngày ký."),
            ],
            Signature = new SignatureBlock("TM. Ban Chỉ đạo", null, "Trưởng ban", null, "Chủ tịch Ủy ban nhân dân xã"),
            Recipients = ["Như Điều 2", "Lưu: VT, BCĐ"],
            Appendices = [],
        };

    public static OfficialDocument Letter() =>
        Report() with
        {
            Symbol = "UBND-CAX",
            Number = 125,
            TypeName = null,
            Subject = "báo cáo số liệu tháng 3",
            Addressees = ["Các ấp trên địa bàn xã"],
            LegalBases = [],
            Urgency = Urgency.HoaToc,
            Body = [new TextBlock("Đề nghị các ấp gửi số liệu tháng 3 trước ngày 05/4/2024")],
            Appendices = [],
        };

    public static TheoryData<string> Names => ["report", "decision", "letter"];

    public static OfficialDocument Of(string name) =>
        name switch
        {
            "report" => Report(),
            "decision" => Decision(),
            _ => Letter(),
        };
}
