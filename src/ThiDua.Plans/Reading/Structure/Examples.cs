namespace ThiDua.Plans.Reading.Structure;

/// <summary>Paragraphs that explain by an example: they set no target and charge nobody.</summary>
internal sealed class Examples
{
    /// <summary>"Ví dụ", "chẳng hạn".</summary>
    public static readonly Phrases<bool> Phrases = Vocabulary.Set("structure/examples");

    // "Ví dụ:" alone heads the list below it.
    private Paragraph? _caption;

    /// <summary>Takes the paragraphs in order.</summary>
    public bool Is(Paragraph paragraph)
    {
        var words = paragraph.Words;
        var first = words.At(paragraph.Marker.End);
        if (Phrases.Match(words, first, out _) is > 0 and var length)
        {
            _caption = first + length >= words.Count && paragraph.Text.EndsWith(':') ? paragraph : null;
            return true;
        }
        if (_caption is not null && !Lists(_caption.Marker, paragraph.Marker))
            _caption = null;
        return _caption is not null;
    }

    // Below "- Ví dụ:" another "-" goes on with what stood above it.
    private static bool Lists(Marker caption, Marker marker) =>
        marker.Kind is MarkerKind.Bullet && (caption.Kind is not MarkerKind.Bullet || caption.Label != marker.Label);
}
