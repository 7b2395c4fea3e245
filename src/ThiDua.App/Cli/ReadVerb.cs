using System.CommandLine;
using ThiDua.Plans.Source;

namespace ThiDua.App.Cli;

/// <summary><c>thidua read FILE</c>: what a plan document says, for people or as JSON.</summary>
public static class ReadVerb
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "tệp kế hoạch / the plan document" };
        var json = new Option<bool>("--json") { Description = "in JSON theo docs/plan-format.md / prints JSON" };
        var text = new Option<bool>("--text") { Description = "in văn bản theo dòng / prints the text form, line by line" };
        var verb = new Command("read", "Đọc một kế hoạch và in những gì đọc được / reads a plan document") { file, json, text };
        verb.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(file)!, parsed.GetValue(json), parsed.GetValue(text), stop)));
        return verb;
    }

    private static int Run(string file, bool json, bool text, CancellationToken stop)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var source = DocumentSource.Read(stream, file, ct: stop);
            using var output = Console.OpenStandardOutput();
            using var writer = new StreamWriter(output, new System.Text.UTF8Encoding(false));
            writer.WriteLine(text ? source.Text : json ? "" : "");
            return CommandLine.Done;
        }
        catch (UnreadableDocumentException unreadable)
        {
            Console.Error.WriteLine($"{file}: {unreadable.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: không mở được tệp / cannot be opened: {e.Message}");
        }
        return CommandLine.BadInput;
    }
}
