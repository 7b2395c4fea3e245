using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Paper.Check;

/// <summary>
/// Finds the value of a format: the paragraph's or run's own, else its styles', from the nearest to the farthest, else the
/// file's default.
/// </summary>
internal sealed class Formats
{
    private const int DeepestStyle = 30;
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Style? _default;
    private readonly DocDefaults? _defaults;
    private readonly MainDocumentPart _main;

    public Formats(MainDocumentPart main)
    {
        _main = main;
        var styles = main.StyleDefinitionsPart?.Styles;
        _defaults = styles?.DocDefaults;
        foreach (var style in styles?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id)
                _styles.TryAdd(id, style);
        _default = _styles.Values.FirstOrDefault(s => s.Default?.Value == true && s.Type?.Value == StyleValues.Paragraph);
    }

    /// <summary>The paragraph's properties, nearest first.</summary>
    public List<OpenXmlElement> OfParagraph(Paragraph p)
    {
        var all = new List<OpenXmlElement>();
        if (p.ParagraphProperties is { } own)
            all.Add(own);
        foreach (var style in Chain(p.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
            if (style.StyleParagraphProperties is { } properties)
                all.Add(properties);
        if (_defaults?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle is { } base_)
            all.Add(base_);
        return all;
    }

    /// <summary>The run's properties, nearest first.</summary>
    public List<OpenXmlElement> OfRun(Run run, Paragraph p)
    {
        var all = new List<OpenXmlElement>();
        if (run.RunProperties is { } own)
            all.Add(own);
        if (run.RunProperties?.RunStyle?.Val?.Value is { } character)
            foreach (var style in Chain(character, paragraph: false))
                if (style.StyleRunProperties is { } r)
                    all.Add(r);
        foreach (var style in Chain(p.ParagraphProperties?.ParagraphStyleId?.Val?.Value))
            if (style.StyleRunProperties is { } r)
                all.Add(r);
        if (_defaults?.RunPropertiesDefault?.RunPropertiesBaseStyle is { } base_)
            all.Add(base_);
        return all;
    }

    public string Font(List<OpenXmlElement> properties)
    {
        foreach (var fonts in properties.Select(p => p.GetFirstChild<RunFonts>()).OfType<RunFonts>())
        {
            if ((fonts.HighAnsiTheme?.Value ?? fonts.AsciiTheme?.Value) is { } theme)
                return Theme(theme);
            if ((fonts.HighAnsi?.Value ?? fonts.Ascii?.Value) is { } name)
                return name;
        }
        return "";
    }

    private string Theme(ThemeFontValues value)
    {
        var scheme = _main.ThemePart?.Theme?.ThemeElements?.FontScheme;
        var major = value == ThemeFontValues.MajorAscii || value == ThemeFontValues.MajorHighAnsi;
        return (major ? scheme?.MajorFont?.LatinFont?.Typeface?.Value : scheme?.MinorFont?.LatinFont?.Typeface?.Value) ?? "";
    }

    private IEnumerable<Style> Chain(string? id, bool paragraph = true)
    {
        var style =
            id is not null && _styles.TryGetValue(id, out var s) ? s
            : paragraph ? _default
            : null;
        // Styles may be based on each other in a circle in a damaged file.
        for (var depth = 0; style is not null && depth < DeepestStyle; depth++)
        {
            yield return style;
            style = style.BasedOn?.Val?.Value is { } next && _styles.TryGetValue(next, out var n) ? n : null;
        }
    }
}
