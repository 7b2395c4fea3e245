using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>Borders and cell properties as Word writes them.</summary>
internal static class DocxBorders
{
    public static void Read(PartReader x, ref Borders to)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            var drawn = x.Val is not (null or "nil" or "none");
            switch (x.Name)
            {
                case "top":
                    to.Top = drawn;
                    break;
                case "bottom":
                    to.Bottom = drawn;
                    break;
                case "left" or "start":
                    to.Left = drawn;
                    break;
                case "right" or "end":
                    to.Right = drawn;
                    break;
                case "insideH":
                    to.InsideH = drawn;
                    break;
                case "insideV":
                    to.InsideV = drawn;
                    break;
            }
            x.Skip();
        }
    }

    /// <summary>Reads <c>w:tcPr</c>, the current element.</summary>
    public static void Cell(PartReader x, TableCell to)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "gridSpan":
                    to.Span = Math.Clamp(x.Int("val") ?? 1, 1, TableCell.MaxColumns);
                    break;
                case "vMerge":
                    to.ContinuesAbove = x.Val is null or "continue";
                    break;
                case "hMerge":
                    to.ContinuesLeft = x.Val is null or "continue";
                    break;
                case "tcBorders":
                    Read(x, ref to.Borders);
                    continue;
            }
            x.Skip();
        }
    }
}
