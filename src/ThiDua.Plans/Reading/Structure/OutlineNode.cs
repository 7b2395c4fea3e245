namespace ThiDua.Plans.Reading.Structure;

/// <summary>A section as it is being read.</summary>
internal sealed class OutlineNode
{
    public required string Number { get; set; }
    public required Excerpt Title { get; init; }
    public required int Depth { get; init; }
    public required Paragraph Heading { get; init; }
    public required OutlineNode? Parent { get; init; }
    public int FirstLine { get; init; }
    public int LastLine { get; set; }

    /// <summary>Where the text of the heading's own paragraph goes on after the title.</summary>
    public int BodyStart { get; init; }

    /// <summary>Made anew each time: kept for every section they would be the most that a long document holds.</summary>
    public Words TitleWords => new(Title);

    /// <summary>What its own title says it is for.</summary>
    public SectionKind OwnKind => _kind ??= SectionKinds.OfTitle(TitleWords);
    private SectionKind? _kind;

    /// <summary>The title is all that its heading's paragraph says.</summary>
    public bool IsWhole => BodyStart >= Heading.Text.Length || Heading.Text.Length - Heading.Marker.End - Title.Length <= 2;

    public IEnumerable<OutlineNode> Path()
    {
        for (var node = this; node is not null; node = node.Parent)
            yield return node;
    }
}
