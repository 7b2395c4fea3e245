using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>
/// Files that a Word document holds in place of a part of its text (ISO 29500-1, 17.17.2: <c>altChunk</c>): web pages, web archives, text,
/// RTF or other Word documents. Word merges them when it opens the document. What cannot be read is told, with its place.
/// </summary>
/// <param name="part">The part of the package that calls them.</param>
/// <param name="text">The main text as far as it has been read.</param>
internal sealed class DocxChunks(DocxPackage package, string part, FileReader reader, LineBudget budget, List<SourceLine> text)
{
    // What is wrong with a piece and nothing else; a secret, or more than the limits allow, refuses the whole document.
    private static readonly string[] OfThePiece =
    [
        "empty",
        "damaged",
        "encrypted",
        "unknown-kind",
        "not-a-document",
        "no-text",
        "needs-office",
        "program-failed",
        "timeout",
    ];

    private readonly List<Warning> _warnings = [];
    private readonly List<(string Name, string Why, int After)> _lost = [];
    private List<DocxRelation>? _relations;

    /// <summary>Adds the lines of the file that the current element stands for.</summary>
    public void Read(PartReader x, List<SourceLine> into, DocxBody body)
    {
        var target = (_relations ??= package.Relations(part)).Find(r => r.Id == x.Relation)?.Target;
        x.Skip();
        if (target is null || package.Bytes(target) is not { } file)
        {
            Lose("nằm ngoài tệp", "Tệp không chứa phần đó.");
            return;
        }
        try
        {
            var document = reader.ReadWithin(file, target);
            _warnings.AddRange(document.Warnings.Select(w => w with { Lines = null }));
            Add(document.Lines, into, body);
        }
        catch (UnreadableDocumentException e) when (OfThePiece.Contains(e.Code))
        {
            Lose(Path.GetFileName(target), e.Vietnamese);
        }
    }

    private void Lose(string name, string why) => _lost.Add((name, why, text.Count));

    private void Add(IReadOnlyList<SourceLine> lines, List<SourceLine> into, DocxBody body)
    {
        var tables = lines.Max(l => l.Row?.Table ?? -1) + 1;
        var first = body.NextTables(tables);
        foreach (var line in lines.Where(l => l.Text.Length > 0))
        {
            budget.Charge(line.Text);
            into.Add(line.Row is { } row ? line with { Row = row with { Table = row.Table + first } } : line);
        }
    }

    /// <summary>
    /// What the files within said of themselves, and which could not be read; their places are lines of the finished text.
    /// </summary>
    /// <exception cref="UnreadableDocumentException">None could be read, and the document has no other text.</exception>
    public List<Warning> Warnings(int lines)
    {
        if (_lost.Count > 0 && lines == 0)
        {
            throw new UnreadableDocumentException(
                "no-text",
                $"Toàn bộ nội dung nằm trong tệp được nhúng {_lost[0].Name}, không đọc được: {_lost[0].Why} {Remedy}",
                "All of the text is in an embedded file that cannot be read. Open the document in Word, save it, and try again."
            );
        }
        return [.. _warnings.DistinctBy(w => w.Code), .. _lost.Select(Told)];
    }

    private const string Remedy = "Hãy mở tệp bằng Word, lưu lại rồi đọc lại.";

    private Warning Told((string Name, string Why, int After) lost)
    {
        // Letterheads set with tabs become more lines than they were.
        var before = Columns.Resolve(text.GetRange(0, lost.After)).Count;
        var place = Math.Max(1, before);
        return new(
            "embedded-unread",
            $"Thiếu một phần văn bản {(before == 0 ? "ở đầu tệp" : $"sau dòng {before}")}: phần được nhúng "
                + $"({lost.Name}) không đọc được. {lost.Why} {Remedy}",
            new(place, place)
        );
    }
}
