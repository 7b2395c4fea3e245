using System.Globalization;
using ThiDua.Plans.Source.Docx;

namespace ThiDua.Plans.Source.Html;

/// <summary>Numbers of list items, as a browser prints them.</summary>
internal sealed class HtmlLists
{
    private sealed record Open(string Format)
    {
        public int Next { get; set; } = 1;
    }

    private const int MaxDepth = 100;
    private readonly Stack<Open> _lists = new();

    public void Start(bool ordered, string? type, string? start, string? style)
    {
        if (_lists.Count < MaxDepth)
        {
            _lists.Push(
                new Open(Format(ordered, type, style))
                {
                    Next = int.TryParse(start, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 1,
                }
            );
        }
    }

    public void End() => _lists.TryPop(out _);

    /// <summary>The next item's label; null where the list shows none.</summary>
    public string? Item(string? value)
    {
        if (!_lists.TryPeek(out var list))
        {
            return "-";
        }
        if (list.Format is "none" or "bullet")
        {
            return list.Format == "none" ? null : "-";
        }
        var n = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var own) ? own : list.Next;
        list.Next = n == int.MaxValue ? n : n + 1;
        return NumberFormat.Print(n, list.Format, vietnamese: false) + ".";
    }

    private static string Format(bool ordered, string? type, string? style) =>
        style switch
        {
            "none" => "none",
            "lower-alpha" or "lower-latin" => "lowerLetter",
            "upper-alpha" or "upper-latin" => "upperLetter",
            "lower-roman" => "lowerRoman",
            "upper-roman" => "upperRoman",
            "decimal" => "decimal",
            "decimal-leading-zero" => "decimalZero",
            "disc" or "circle" or "square" => "bullet",
            _ when !ordered => "bullet",
            _ => type switch
            {
                "a" => "lowerLetter",
                "A" => "upperLetter",
                "i" => "lowerRoman",
                "I" => "upperRoman",
                _ => "decimal",
            },
        };
}
