namespace ThiDua.Paper.Rules;

/// <summary>Breaks a long subject where a clerk would: into lines of like length, not inside a quoted name.</summary>
internal static class SubjectLines
{
    // What breaking inside quotation marks costs, in millimetres of unevenness.
    private const double InsideQuotes = 60;

    /// <param name="width">The longest line allowed, in millimetres.</param>
    public static IReadOnlyList<string> Of(string subject, double size, double width)
    {
        double Width(string text) => TextWidth.Of(text, size, bold: true);
        var words = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        if (words.Length < 2 || Width(text) <= width)
            return [text];
        var count = (int)Math.Ceiling(Width(text) / width);
        var best = (Cost: double.MaxValue, At: 1);
        for (var at = 1; at < words.Length; at++)
        {
            var first = string.Join(' ', words[..at]);
            if (Width(first) > width)
                break;
            var open = first.Count(c => c == '“') > first.Count(c => c == '”');
            var cost = Math.Abs(Width(first) - (Width(text) / count)) + (open ? InsideQuotes : 0);
            if (cost < best.Cost)
                best = (cost, at);
        }
        return [string.Join(' ', words[..best.At]), .. Of(string.Join(' ', words[best.At..]), size, width)];
    }
}
