using System.CommandLine;
using ThiDua.App.Verify;

namespace ThiDua.App.Cli;

/// <summary><c>thidua verify</c>: works out again all that can be worked out, while the system serves.</summary>
public static class VerifyVerb
{
    public static Command Build()
    {
        var json = SystemVerb.JsonOption();
        var address = new SystemVerb.Address();
        var verb = new Command(
            "verify",
            "Tính lại số tổng, chuỗi nhật ký và tệp, báo chỗ sai / recomputes totals, the chain of acts and files, and names what differs"
        )
        {
            json,
        };
        address.AddTo(verb);
        verb.SetAction(
            (parsed, cancellationToken) =>
                SystemVerb.Open(
                    address.Of(parsed),
                    async services =>
                    {
                        var found = await services.GetRequiredService<VerifySystem>().Handle(cancellationToken);
                        if (parsed.GetValue(json))
                            SystemVerb.Print(found);
                        else
                            Say(found);
                        return found.Ok ? CommandLine.Done : CommandLine.Found;
                    },
                    cancellationToken
                )
        );
        return verb;
    }

    private static void Say(VerifyResult found)
    {
        foreach (
            var (words, count) in new[]
            {
                ("bản ghi số liệu / facts", found.Facts),
                ("số đang có hiệu lực / figures", found.Figures),
                ("số tổng / totals", found.Totals),
                ("việc đã ghi / acts", found.Acts),
                ("tệp / files", found.Files),
            }
        )
            Console.WriteLine($"{words}: {count.Checked}; sai / wrong: {count.Wrong}");
        Console.WriteLine(
            $"chuỗi / chain: {found.Chain.Sealed}; chưa niêm / unsealed: {found.Chain.Unsealed}; sai / wrong: {found.Chain.Wrong}"
        );
        if (found.First is { } first)
            Console.WriteLine($"{first.Kind}: {first.Where}: {first.Stored ?? "–"} ≠ {first.Rebuilt ?? "–"}");
    }
}
