using System.CommandLine;
using System.Text;
using ThiDua.App.Packs;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Cli;

/// <summary><c>thidua compare A B</c>: what the second plan asks for otherwise than the first.</summary>
public static class CompareVerb
{
    private const int Width = 60;

    public static Command Build()
    {
        var a = new Argument<string>("a") { Description = "kế hoạch trước, hoặc của cấp trên / the earlier plan, or the one above" };
        var b = new Argument<string>("b") { Description = "kế hoạch sau, hoặc của cấp dưới / the later plan, or the one below" };
        var verb = new Command("compare", "So sánh hai kế hoạch / compares two plans") { a, b };
        verb.SetAction((parsed, stop) => Task.FromResult(Run(parsed.GetValue(a)!, parsed.GetValue(b)!, stop)));
        return verb;
    }

    private static int Run(string a, string b, CancellationToken stop)
    {
        if (Read(a, stop) is not { } from || Read(b, stop) is not { } to) return CommandLine.BadInput;
        var found = PlanComparison.Compare(from, to);
        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        Table(writer, "Chỉ tiêu", found.Targets.Select(c => (c.Kind, (c.To ?? c.From)!.Measure, PlanSummary.Required(c.From), PlanSummary.Required(c.To))));
        Table(writer, "Nhiệm vụ", found.Tasks.Select(c => (c.Kind, (c.To ?? c.From)!.Text, string.Join(", ", c.From?.Lead ?? []), string.Join(", ", c.To?.Lead ?? []))));
        Table(writer, "Căn cứ", found.LegalBases.Select(c => (c.Kind, (c.To ?? c.From)!.About ?? "", c.From?.Symbol ?? "", c.To?.Symbol ?? "")));
        return CommandLine.Done;
    }

    private static Plan? Read(string file, CancellationToken stop)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return PlanReader.Read(DocumentSource.Read(stream, file, ct: stop), PackWords.In(ServeOptions.DefaultPacks));
        }
        catch (Exception e) when (e is UnreadableDocumentException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {e.Message}");
            return null;
        }
    }

    private static void Table(StreamWriter writer, string title, IEnumerable<(ChangeKind Kind, string What, string From, string To)> rows)
    {
        writer.WriteLine($"{title}:");
        foreach (var (kind, what, from, to) in rows)
            writer.WriteLine($"  {Word(kind),-10} {Fit(what),-Width}  {(from == to ? from : $"{(from.Length == 0 ? "–" : from)} → {(to.Length == 0 ? "–" : to)}")}".TrimEnd());
        writer.WriteLine();
    }

    private static string Fit(string text) => text.Length <= Width ? text : text[..(Width - 1)] + "…";

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Raised => "nâng lên",
        ChangeKind.Lowered => "hạ xuống",
        ChangeKind.Dropped => "bỏ",
        ChangeKind.New => "mới",
        ChangeKind.Moved => "đổi đơn vị",
        ChangeKind.Replaced => "thay thế",
        ChangeKind.Changed => "khác",
        _ => "như cũ",
    };
}
