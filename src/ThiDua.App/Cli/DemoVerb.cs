using System.CommandLine;

namespace ThiDua.App.Cli;

public static class DemoVerb
{
    public static Command Build() => new("demo", "Chạy thử với dữ liệu mẫu / a system with sample data");
}
