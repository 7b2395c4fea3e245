using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>styles.xml: what each style says, with what it inherits through basedOn.</summary>
internal sealed class DocxStyles
{
    private const int MaxChain = 32;

    internal sealed class Style
    {
        public string Id = "";
        public string Name = "";
        public string? BasedOn;
        public ParagraphFormat Paragraph;
        public CharacterFormat Character;
        public Borders Borders;
        public bool Resolved;
    }

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private static readonly Style None = new() { Resolved = true };
    private CharacterFormat _defaults;
    private string? _defaultParagraph;
    private string? _language;

    /// <summary>The language that the document declares for its text, "vi-VN"; null where it declares none.</summary>
    public string? Language
    {
        get => _language;
        set => _language = value;
    }

    public CharacterFormat Defaults => _defaults;

    public Style Paragraph(string? id) => Get(id ?? _defaultParagraph);

    public Style Get(string? id)
    {
        if (id is null || !_styles.TryGetValue(id, out var style))
        {
            return None;
        }
        Resolve(style, 0);
        return style;
    }

    public IEnumerable<string> Ids => _styles.Keys;

    public static DocxStyles Read(PartReader? x)
    {
        var styles = new DocxStyles();
        using (x)
        {
            if (x is null || !x.Enter(out var depth))
            {
                return styles;
            }
            while (x.Next(depth))
            {
                switch (x.Name)
                {
                    case "docDefaults":
                        styles.ReadDefaults(x);
                        break;
                    case "style":
                        styles.ReadStyle(x);
                        break;
                    default:
                        x.Skip();
                        break;
                }
            }
        }
        return styles;
    }

    private void ReadDefaults(PartReader x)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "rPrDefault":
                    break;
                case "rPr":
                    _defaults.Read(x, ref _language);
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
    }

    private void ReadStyle(PartReader x)
    {
        var style = new Style { Id = x.Attribute("styleId") ?? "" };
        var isParagraph = x.Attribute("type") is "paragraph" or null;
        if (isParagraph && x.Attribute("default") is "1" or "true" or "on")
        {
            _defaultParagraph = style.Id;
        }
        if (!x.Enter(out var depth))
        {
            return;
        }
        string? language = null;
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "name":
                    style.Name = x.Val ?? "";
                    x.Skip();
                    break;
                case "basedOn":
                    style.BasedOn = x.Val;
                    x.Skip();
                    break;
                case "pPr":
                    style.Paragraph.Read(x);
                    break;
                case "rPr":
                    style.Character.Read(x, ref language);
                    break;
                case "tblPr":
                    break;
                case "tblBorders":
                    DocxBorders.Read(x, ref style.Borders);
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
        // The default paragraph style speaks for the document when it names a language.
        _language = style.Id == _defaultParagraph ? language ?? _language : _language;
        _styles[style.Id] = style;
    }

    private void Resolve(Style style, int chain)
    {
        if (style.Resolved)
        {
            return;
        }
        // Set first: a cycle of basedOn then ends at the style it came from.
        style.Resolved = true;
        OutlineByName(style);
        if (
            chain >= MaxChain
            || style.BasedOn is null
            || !_styles.TryGetValue(style.BasedOn, out var parent)
            || ReferenceEquals(parent, style)
        )
        {
            return;
        }
        Resolve(parent, chain + 1);
        style.Character = style.Character.Over(parent.Character);
        style.Borders = style.Borders.Over(parent.Borders);
        // The level belongs to the numbering it is written with.
        style.Paragraph.Level ??= style.Paragraph.NumId is null ? parent.Paragraph.Level : null;
        style.Paragraph.NumId ??= parent.Paragraph.NumId;
        style.Paragraph.Outline ??= parent.Paragraph.Outline;
        style.Paragraph.Centred ??= parent.Paragraph.Centred;
    }

    // Word's own headings keep their English name in every language ("heading 1").
    private static void OutlineByName(Style style)
    {
        if (
            style.Paragraph.Outline is null
            && style.Name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
            && style.Name.Length == 9
            && style.Name[8] is >= '1' and <= '9'
        )
        {
            style.Paragraph.Outline = style.Name[8] - '1';
        }
    }
}
