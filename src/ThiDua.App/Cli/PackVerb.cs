using System.CommandLine;

namespace ThiDua.App.Cli;

public static class PackVerb
{
    public static Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "thư mục bộ mẫu / folder of the pack" };
        var json = new Option<bool>("--json") { Description = "ghi kết quả dạng JSON / answers in JSON" };
        var check = new Command(
            "check",
            "Kiểm tra một bộ mẫu, báo từng lỗi theo tệp và dòng / checks a pack, naming file and line of each mistake"
        )
        {
            folder,
            json,
        };
        check.SetAction(parsed =>
            Packs.PackCommand.Check(parsed.GetValue(folder)!, Console.Out, Console.Error, "vi", parsed.GetValue(json))
        );
        return new Command("pack", "Bộ mẫu của phong trào / packs of definitions") { check };
    }
}
