using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>A paragraph while it is read: its pieces, its properties, and what comes after it (text boxes, notes).</summary>
internal sealed class ParagraphText
{
    public readonly LineBuilder Builder = new();
    public ParagraphFormat Format;
    public CharacterFormat Base;
    public bool HasBase;
    public List<SourceLine>? After;

    public void Reset()
    {
        Builder.Clear();
        Format = default;
        Base = default;
        HasBase = false;
        After = null;
    }
}
