using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.Bench;

/// <summary>Reading plans from file to <see cref="Plan"/>: time, growth, and the memory of the child process that reads uploads.</summary>
internal static partial class Reader
{
    public static readonly (string Name, Func<Result> Measure)[] All =
    [
        ("reader.first-plan", FirstPlan),
        ("reader.text.linear", () => Linear("reader.text.linear", Prose, 1.5)),
        ("reader.grounds.linear", () => Linear("reader.grounds.linear", Grounds, 2)),
        ("reader.process", () => ChildProcess.Time("reader.process", Prose(30_000), "a.md", 400)),
        ("reader.memory.text-1", () => ChildProcess.Memory("reader.memory.text-1", Prose(1_000_000), "a.md")),
        ("reader.memory.text-5", () => ChildProcess.Memory("reader.memory.text-5", Prose(5_000_000), "a.md")),
        ("reader.memory.text-20", () => ChildProcess.Memory("reader.memory.text-20", Prose(20_000_000), "a.txt")),
        ("reader.memory.html", () => ChildProcess.Memory("reader.memory.html", Page(5_000_000), "a.html")),
        ("reader.memory.html-20", () => ChildProcess.Memory("reader.memory.html-20", Page(20_000_000), "a.html")),
        ("reader.memory.docx-100kb", () => ChildProcess.Memory("reader.memory.docx-100kb", WordInputs.Docx(1_000, Words()), "a.docx")),
        ("reader.memory.docx-500kb", () => ChildProcess.Memory("reader.memory.docx-500kb", WordInputs.Docx(5_000, Words()), "a.docx")),
        ("reader.memory.docx-table", () => ChildProcess.Memory("reader.memory.docx-table", WordInputs.DocxTable(5_000, Words()), "a.docx")),
        ("reader.memory.docx-3mb", () => ChildProcess.Memory("reader.memory.docx-3mb", WordInputs.Docx(30_000, Words()), "a.docx")),
        (
            "reader.memory.docx-lines",
            () => ChildProcess.Memory("reader.memory.docx-lines", WordInputs.DocxLines(190_000), "a.docx", refused: true)
        ),
        ("reader.memory.pdf", () => ChildProcess.Memory("reader.memory.pdf", PlansInputs.Pdf(250, Words()), "a.pdf")),
    ];

    /// <summary>
    /// The plan that specifies the system where it stands beside the repository, else the sample plan; all code compiled, the fastest run.
    /// </summary>
    private static Result FirstPlan()
    {
        var (name, bytes) = Beside("shared/plans/binh-minh-2024.md") is { } first
            ? ("reader.first-plan", first)
            : ("reader.sample-plan", Sample());
        void Read() => PlanReader.Read(DocumentSource.Read(new MemoryStream(bytes), "a.md"));
        Result.Fastest(300, Read);
        return new Result(name, Result.Fastest(200, Read), "ms", 5);
    }

    /// <summary>Time a megabyte at 5 and at 20 MB against time a megabyte at 1 MB, the worse of both: linear is 1.</summary>
    private static Result Linear(string name, Func<int, byte[]> write, double limit)
    {
        double PerByte(int size, int runs)
        {
            var text = write(size);
            return Result.Fastest(runs, () => PlanReader.Read(DocumentSource.Read(new MemoryStream(text), "a.md"))) / text.Length;
        }
        PerByte(1_000_000, 5);
        var one = PerByte(1_000_000, 9);
        return new Result(name, Math.Max(PerByte(5_000_000, 5), PerByte(20_000_000, 3)) / one, "times", limit);
    }

    /// <summary>The sample plan over and over, each time citing other documents.</summary>
    private static byte[] Prose(int size) => Fill(size, Encoding.UTF8.GetString(Sample()), "");

    /// <summary>Nothing but documents to stand on, each cited once.</summary>
    private static byte[] Grounds(int size)
    {
        var text = new StringBuilder("KẾ HOẠCH\nTriển khai phong trào thi đua năm 2024\n\n");
        for (int i = 0, bytes = 0; bytes < size; i++)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"Căn cứ Chỉ thị số {i}/CT-UBND ngày {(i % 28) + 1}/{(i % 12) + 1}/2023 của UBND tỉnh về an ninh trật tự;\n"
            );
            bytes += Encoding.UTF8.GetByteCount(line);
            text.Append(line);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Page(int size)
    {
        var body = new StringBuilder();
        foreach (var line in Encoding.UTF8.GetString(Sample()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            body.Append(
                line.StartsWith('#')
                    ? $"<h2 style=\"text-align:center\"><b>{line.Trim('#', ' ')}</b></h2>\n"
                    : "<p class=\"MsoNormal\" style=\"margin:6pt 0;text-align:justify\"><span lang=\"VI\">"
                        + $"{line.Replace("**", "", StringComparison.Ordinal)}</span></p>\n"
            );
        return Fill(size, body.ToString(), "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
    }

    private static byte[] Fill(int size, string plan, string before)
    {
        using var text = new MemoryStream(size + 100_000);
        text.Write(Encoding.UTF8.GetBytes(before));
        for (var i = 0; ; i++)
        {
            var copy = Encoding.UTF8.GetBytes(
                Symbol()
                    .Replace(
                        plan,
                        m =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{((int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * 7) + i) % 9000}/"
                            )
                    ) + "\n\n"
            );
            if (i > 0 && text.Length + copy.Length > size)
                return text.ToArray();
            text.Write(copy.AsSpan(0, Math.Min(copy.Length, size)));
        }
    }

    [GeneratedRegex(@"\b(\d{2,3})/(?=(KH|QĐ|CT|NQ|CV|NĐ))")]
    private static partial Regex Symbol();

    private static byte[] Sample() =>
        Beside("samples/ke-hoach-thi-dua-2024.md") ?? throw new FileNotFoundException("samples/ke-hoach-thi-dua-2024.md");

    // Words at random pack as badly as prose does; a few lines over and over would pack a hundredfold, as no honest file does.
    private static Func<string> Words()
    {
        var words = Encoding
            .UTF8.GetString(Sample())
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.All(char.IsLetter))
            .ToArray();
        var random = new Random(1);
        return () => string.Join(' ', Enumerable.Range(0, 30).Select(_ => words[random.Next(words.Length)]));
    }

    /// <summary>A file in the repository or beside it.</summary>
    private static byte[]? Beside(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path)))
                return File.ReadAllBytes(Path.Combine(folder.FullName, path));
        return null;
    }
}
