namespace ThiDua.Plans.Source.Docx;

/// <summary>Character properties as written in one place; null is "not said here".</summary>
internal struct CharacterFormat
{
    public bool? Bold;
    public bool? Italic;
    public bool? Hidden;
    public bool? Capitals;
    public string? Font;
    public string? Style;
    public bool Deleted;

    /// <summary>Reads <c>w:rPr</c>, the current element.</summary>
    public void Read(PartReader x)
    {
        string? language = null;
        Read(x, ref language);
    }

    /// <summary>Also takes the language, where one is named.</summary>
    public void Read(PartReader x, ref string? language)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "b":
                    Bold = x.On;
                    break;
                case "i":
                    Italic = x.On;
                    break;
                case "vanish":
                    Hidden = x.On;
                    break;
                case "caps":
                    Capitals = x.On;
                    break;
                case "rFonts":
                    Font = x.Attribute("ascii") ?? x.Attribute("hAnsi") ?? Font;
                    break;
                case "rStyle":
                    Style = x.Val;
                    break;
                case "lang":
                    language = x.Val ?? language;
                    break;
                case "del" or "moveFrom":
                    Deleted = true;
                    break;
            }
            // Also passes over rPrChange, the formatting before a tracked change.
            x.Skip();
        }
    }

    /// <summary>This format where it says something, else <paramref name="below"/>.</summary>
    public readonly CharacterFormat Over(in CharacterFormat below) =>
        new()
        {
            Bold = Bold ?? below.Bold,
            Italic = Italic ?? below.Italic,
            Hidden = Hidden ?? below.Hidden,
            Capitals = Capitals ?? below.Capitals,
            Font = Font ?? below.Font,
        };
}

/// <summary>Paragraph properties as written in one place.</summary>
internal struct ParagraphFormat
{
    public string? Style;
    public int? NumId;
    public int? Level;
    public int? Outline;
    public bool? Centred;
    public CharacterFormat Mark;

    /// <summary>Reads <c>w:pPr</c>, the current element.</summary>
    public void Read(PartReader x)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "pStyle":
                    Style = x.Val;
                    break;
                case "outlineLvl":
                    Outline = x.Int("val");
                    break;
                case "jc":
                    Centred = x.Val == "center";
                    break;
                case "numPr":
                    ReadNumbering(x);
                    continue;
                case "rPr":
                    Mark.Read(x);
                    continue;
            }
            x.Skip();
        }
    }

    private void ReadNumbering(PartReader x)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "numId":
                    NumId = x.Int("val");
                    break;
                case "ilvl":
                    Level = x.Int("val");
                    break;
            }
            x.Skip();
        }
    }
}
