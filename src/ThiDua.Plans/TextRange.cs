namespace ThiDua.Plans;

/// <summary>A stretch of a paragraph's text.</summary>
internal readonly record struct TextRange(int Start, int End);
