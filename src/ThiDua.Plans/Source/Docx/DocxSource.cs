using ThiDua.Plans.Source.Layout;
using ThiDua.Plans.Source.Text;

namespace ThiDua.Plans.Source.Docx;

/// <summary>Word documents (.docx, .docm; transitional and strict Office Open XML).</summary>
internal static class DocxSource
{
    /// <summary>Reads the main text of an opened package.</summary>
    public static SourceDocument Read(DocxPackage package, string main, FileReader reader)
    {
        var parts = package.Relations(main);
        var styles = DocxStyles.Read(package.Open(Part("styles")));
        styles.Language ??= ThemeLanguage(package.Open(Part("settings")));
        var counter = new ListCounter(DocxNumbering.Read(package.Open(Part("numbering"))), styles);
        var budget = new LineBudget(reader.Limits);
        var fonts = new LegacyFonts();
        var lines = new List<SourceLine>();
        var chunks = new DocxChunks(package, main, reader, budget, lines);
        var notes = new DocxNotes(
            foot =>
                DocxNotes.Read(
                    package.Open(Part(foot ? "footnotes" : "endnotes")),
                    new DocxBody(styles, counter, null, budget, fonts, chunks)
                ),
            budget
        );
        RefuseStampedHeaders(package, parts, styles, reader.Limits, fonts);
        using (var x = package.Open(main) ?? throw UnreadableDocumentException.Damaged("Word"))
        {
            ReadBody(x, new DocxBody(styles, counter, notes, budget, fonts, chunks), lines);
        }
        var warnings = chunks.Warnings(lines.Count);
        lines = Columns.Resolve(lines);
        if (lines.Count == 0)
        {
            throw new UnreadableDocumentException(
                "no-text",
                "Tệp Word không có chữ nào (có thể chỉ có ảnh chụp).",
                "The Word file has no text (it may hold only pictures)."
            );
        }
        return new SourceDocument("docx", lines, fonts.Used ? [LegacyText.Warning("phông chữ TCVN3/VNI"), .. warnings] : warnings);

        string? Part(string type) => parts.Find(p => p.Type == type)?.Target;
    }

    private static void ReadBody(PartReader x, DocxBody body, List<SourceLine> lines)
    {
        if (!x.IsWord || x.Name != "document")
        {
            throw UnreadableDocumentException.Damaged("Word");
        }
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            if (x.Name == "body")
            {
                body.Blocks(x, lines);
            }
            else
            {
                x.Skip();
            }
        }
    }

    // Headers are no text of the document, but a secrecy stamp may stand in one.
    private static void RefuseStampedHeaders(
        DocxPackage package,
        List<DocxRelation> parts,
        DocxStyles styles,
        ReadLimits limits,
        LegacyFonts fonts
    )
    {
        foreach (var header in parts.Where(p => p.Type == "header").Take(12))
        {
            using var x = package.Open(header.Target);
            if (x is null)
            {
                continue;
            }
            var lines = new List<SourceLine>();
            new DocxBody(styles, new ListCounter(new DocxNumbering(), styles), null, new LineBudget(limits), fonts, null).Blocks(x, lines);
            SecrecyMark.Refuse(new SourceDocument("docx", lines, []));
        }
    }

    private static string? ThemeLanguage(PartReader? x)
    {
        using (x)
        {
            if (x is null || !x.Enter(out var depth))
            {
                return null;
            }
            while (x.Next(depth))
            {
                if (x.Name == "themeFontLang")
                {
                    return x.Val;
                }
                x.Skip();
            }
            return null;
        }
    }
}
