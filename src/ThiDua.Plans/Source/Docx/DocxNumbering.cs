namespace ThiDua.Plans.Source.Docx;

/// <summary>numbering.xml: what its lists look like (ISO 29500-1, 17.9). <see cref="ListCounter"/> counts with it.</summary>
internal sealed class DocxNumbering
{
    public const int Levels = 9;

    private readonly Dictionary<int, ListDefinition> _abstracts = [];
    private readonly Dictionary<int, ListInstance> _instances = [];

    public ListInstance? Find(int numId) => _instances.GetValueOrDefault(numId);

    /// <summary>
    /// The definition behind an instance, through links to numbering styles; null where a link leads nowhere or in a circle.
    /// </summary>
    public (int Id, ListDefinition Definition)? Definition(ListInstance instance, DocxStyles styles)
    {
        for (var hop = 0; hop < 8; hop++)
        {
            if (!_abstracts.TryGetValue(instance.AbstractId, out var definition))
            {
                return null;
            }
            if (
                definition.StyleLink is null
                || styles.Get(definition.StyleLink).Paragraph.NumId is not { } linked
                || Find(linked) is not { } next
            )
            {
                return (instance.AbstractId, definition);
            }
            instance = next;
        }
        return null;
    }

    public static DocxNumbering Read(PartReader? x)
    {
        var numbering = new DocxNumbering();
        using (x)
        {
            if (x is null || !x.Enter(out var depth))
            {
                return numbering;
            }
            while (x.Next(depth))
            {
                switch (x.Name)
                {
                    case "abstractNum":
                        numbering.ReadAbstract(x);
                        break;
                    case "num":
                        numbering.ReadInstance(x);
                        break;
                    default:
                        x.Skip();
                        break;
                }
            }
        }
        return numbering;
    }

    private void ReadAbstract(PartReader x)
    {
        var definition = new ListDefinition();
        _abstracts[x.Int("abstractNumId") ?? -1] = definition;
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "lvl":
                    ReadLevel(x, definition.Levels);
                    break;
                case "numStyleLink":
                    definition.StyleLink = x.Val;
                    x.Skip();
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
    }

    private void ReadInstance(PartReader x)
    {
        var instance = new ListInstance();
        _instances[x.Int("numId") ?? -1] = instance;
        if (!x.Enter(out var depth))
        {
            return;
        }
        var level = 0;
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "abstractNumId":
                    instance.AbstractId = x.Int("val") ?? -1;
                    x.Skip();
                    break;
                case "lvlOverride":
                    level = x.Int("ilvl") ?? 0;
                    break;
                case "startOverride" when level is >= 0 and < Levels:
                    (instance.Starts ??= new int?[Levels])[level] = x.Int("val") ?? 0;
                    x.Skip();
                    break;
                case "lvl":
                    ReadLevel(x, instance.Overrides ??= new ListLevel?[Levels]);
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
    }

    private static void ReadLevel(PartReader x, ListLevel?[] into)
    {
        var level = new ListLevel();
        if (x.Int("ilvl") is { } i and >= 0 and < Levels)
        {
            into[i] = level;
        }
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "start":
                    level.Start = x.Int("val") ?? 0;
                    break;
                // A format newer than Word 2007 stands in AlternateContent before one that every reader knows: the last one wins.
                case "AlternateContent" or "Choice" or "Fallback":
                    continue;
                case "numFmt":
                    level.Format = x.Val ?? "decimal";
                    break;
                case "lvlRestart":
                    level.Restart = x.Int("val");
                    break;
                case "pStyle":
                    level.ParagraphStyle = x.Val;
                    break;
                case "isLgl":
                    level.Legal = x.On;
                    break;
                case "suff":
                    level.NoSpace = x.Val == "nothing";
                    break;
                case "lvlText":
                    level.Text = x.Val ?? "";
                    break;
                case "rPr":
                    ReadMark(x, level);
                    continue;
            }
            x.Skip();
        }
    }

    private static void ReadMark(PartReader x, ListLevel level)
    {
        var format = new CharacterFormat();
        format.Read(x, ref level.Language);
        level.Hidden = format.Hidden == true;
    }
}
