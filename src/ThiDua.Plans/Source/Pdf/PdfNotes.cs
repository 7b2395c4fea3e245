namespace ThiDua.Plans.Source.Pdf;

/// <summary>Footnotes: each from its number on, over the lines and pages that it was printed on; it is told where it ends.</summary>
internal sealed class PdfNotes(PdfParagraphs to)
{
    private readonly List<PdfLine> _note = [];

    /// <summary>The last note is not at its end: the foot of the next page goes on with it.</summary>
    public bool Open => _note.Count > 0;

    public void Page(List<PdfLine> foot)
    {
        if (foot.Count == 0)
        {
            return;
        }
        to.End();
        foreach (var line in foot)
        {
            if (char.IsDigit(line.Text[0]) && !(Open && _note[^1].Text.TrimEnd() is [.., ',' or '/' or '-']))
            {
                End();
            }
            _note.Add(line);
        }
        if (_note[^1].Text.TrimEnd() is [.., '.' or ';' or '!' or '?'])
        {
            End();
        }
    }

    public void End()
    {
        if (Open)
        {
            to.Note(_note);
        }
        _note.Clear();
    }
}
