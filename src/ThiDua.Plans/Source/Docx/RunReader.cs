using System.Globalization;

namespace ThiDua.Plans.Source.Docx;

/// <summary>What stands within a paragraph.</summary>
internal struct RunReader(DocxBody body, DocxStyles styles, DocxNotes? notes, LegacyFonts fonts)
{
    // Complex fields: begin, code, separate, result, end; nested. Text within a code is no text of the document.
    private List<bool>? _fields;
    private int _codes;
    private Wrappers _wrappers;

    public void Paragraph(PartReader x, ParagraphText to)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            if (_wrappers.Passes(x))
            {
                continue;
            }
            switch (x.Name)
            {
                case "pPr" when x.IsWord:
                    to.Format.Read(x);
                    break;
                case "r" when x.IsWord:
                    Run(x, to);
                    break;
                case "oMath":
                    Formula(x, to);
                    break;
                case "oMathPara":
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
    }

    private void Run(PartReader x, ParagraphText to)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        if (!to.HasBase)
        {
            to.Base = styles.Paragraph(to.Format.Style).Character.Over(styles.Defaults);
            to.HasBase = true;
        }
        var format = to.Base;
        while (x.Next(depth))
        {
            if (_wrappers.Passes(x))
            {
                continue;
            }
            if (x.Name == "rPr")
            {
                var direct = new CharacterFormat();
                direct.Read(x);
                format = direct.Over(direct.Style is null ? to.Base : styles.Get(direct.Style).Character.Over(to.Base));
                continue;
            }
            Piece(x, to, format);
        }
    }

    private void Piece(PartReader x, ParagraphText to, in CharacterFormat format)
    {
        var silent = _codes > 0 || format.Hidden == true;
        switch (x.Name)
        {
            case "t" when x.IsWord && !silent:
                Text(x.Text(body.Budget), to, format);
                return;
            case "fldChar":
                Field(x.Attribute("fldCharType"));
                break;
            case "drawing" or "pict" or "object":
                Drawing(x, to);
                return;
            case "ruby" or "rubyBase":
                return;
            case "r" when x.IsWord:
                Run(x, to);
                return;
            case "footnoteReference" or "endnoteReference" when !silent:
                notes?.Call(x.Name[0] == 'f', x.Int("id") ?? 0, to.After ??= []);
                break;
            default:
                if (!silent && Character(x) is { } c)
                {
                    to.Builder.Append(c, format.Bold == true, format.Italic == true);
                }
                break;
        }
        x.Skip();
    }

    private static char? Character(PartReader x) =>
        x.Name switch
        {
            "tab" or "ptab" => '\t',
            "br" or "cr" => '\n',
            "noBreakHyphen" => '-',
            "sym" when int.TryParse(x.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => code
                is >= 0xF000
                    and <= 0xF0FF
                    or < 0x100
                ? Symbols.Of((byte)code, x.Attribute("font"))
                : (char)code,
            _ => null,
        };

    private readonly void Text(string text, ParagraphText to, in CharacterFormat format)
    {
        text = text.AsSpan().IndexOfAny('\n', '\r') >= 0 ? text.ReplaceLineEndings(" ") : text;
        text = fonts.Decode(Symbols.Replace(text, format.Font), format.Font);
        to.Builder.Append(format.Capitals == true ? text.ToUpperInvariant() : text, format.Bold == true, format.Italic == true);
        body.Budget.CheckPending(to.Builder.Length);
    }

    private void Field(string? type)
    {
        var fields = _fields ??= [];
        switch (type)
        {
            case "begin":
                fields.Add(true);
                _codes++;
                break;
            case "separate" when fields.Count > 0 && fields[^1]:
                fields[^1] = false;
                _codes--;
                break;
            case "end" when fields.Count > 0:
                _codes -= fields[^1] ? 1 : 0;
                fields.RemoveAt(fields.Count - 1);
                break;
        }
    }

    private readonly void Drawing(PartReader x, ParagraphText to)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        var wrappers = new Wrappers();
        while (x.Next(depth))
        {
            if (!wrappers.Passes(x) && x.Name == "txbxContent" && x.IsWord)
            {
                body.Blocks(x, to.After ??= []);
            }
        }
    }

    private readonly void Formula(PartReader x, ParagraphText to)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            if (x.Name == "t")
            {
                to.Builder.Append(x.Text(body.Budget).ReplaceLineEndings(" "), false, false);
            }
            else if (x.Name == "den")
            {
                to.Builder.Append('/', false, false);
            }
        }
    }
}
