namespace ThiDua.Plans.Source.Docx;

/// <summary>One level of a list: how its numbers look and count.</summary>
internal sealed class ListLevel
{
    public int Start = 1;
    public string Format = "decimal";
    public string Text = "";
    public bool Legal;
    public bool NoSpace;
    public bool Hidden;

    /// <summary>1-based level whose use restarts this one; 0 never; null any higher level.</summary>
    public int? Restart;
    public string? ParagraphStyle;
    public string? Language;
}

/// <summary>What a list looks like (<c>w:abstractNum</c>).</summary>
internal sealed class ListDefinition
{
    public readonly ListLevel?[] Levels = new ListLevel?[DocxNumbering.Levels];
    public string? StyleLink;
}

/// <summary>A list of the document (<c>w:num</c>): a definition, and what is other in it.</summary>
internal sealed class ListInstance
{
    public int AbstractId;
    public ListLevel?[]? Overrides;
    public int?[]? Starts;
}
