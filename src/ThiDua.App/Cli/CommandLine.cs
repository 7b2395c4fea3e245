using System.CommandLine;

namespace ThiDua.App.Cli;

/// <summary>The verbs. Each loads only what it needs: <c>read</c> never touches the web or the database.</summary>
public static class CommandLine
{
    /// <summary>
    /// 0 done; 1 an error of the system; 2 input that cannot be used (a file, an option, a pack); 3 what was checked has
    /// findings.
    /// </summary>
    public const int Done = 0,
        Failed = 1,
        BadInput = 2,
        Found = 3;

    /// <summary>A name that begins with @ is a file's name, and no file of arguments.</summary>
    public static ParseResult Parse(string[] arguments) =>
        Build().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public static RootCommand Build() =>
        new(
            """
            ThiDua – phần mềm tổ chức phong trào thi đua / runs a public emulation campaign.

            Mã thoát / exit codes: 0 xong (done); 1 lỗi hệ thống (failure); 2 dữ liệu đưa vào không dùng được (bad input);
            3 kiểm tra thấy có sai (findings).
            """
        )
        {
            DemoVerb.Build(),
            ServeVerb.Build(),
            ReadVerb.Build(),
            CompareVerb.Build(),
            PackVerb.Build(),
            ImportVerb.Build(),
            ExportVerb.Build(),
            VerifyVerb.Build(),
        };
}
