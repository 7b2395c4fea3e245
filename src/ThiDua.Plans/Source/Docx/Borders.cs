namespace ThiDua.Plans.Source.Docx;

/// <summary>Which edges of a table or cell are drawn; null is "not said here".</summary>
internal struct Borders
{
    public bool? Top, Bottom, Left, Right, InsideH, InsideV;

    public void Read(PartReader x)
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
                case "top": Top = drawn; break;
                case "bottom": Bottom = drawn; break;
                case "left" or "start": Left = drawn; break;
                case "right" or "end": Right = drawn; break;
                case "insideH": InsideH = drawn; break;
                case "insideV": InsideV = drawn; break;
            }
            x.Skip();
        }
    }

    public readonly Borders Over(in Borders below) => new()
    {
        Top = Top ?? below.Top,
        Bottom = Bottom ?? below.Bottom,
        Left = Left ?? below.Left,
        Right = Right ?? below.Right,
        InsideH = InsideH ?? below.InsideH,
        InsideV = InsideV ?? below.InsideV,
    };

    public readonly int Drawn => (Top == true ? 1 : 0) + (Bottom == true ? 1 : 0) + (Left == true ? 1 : 0) + (Right == true ? 1 : 0)
        + (InsideH == true ? 1 : 0) + (InsideV == true ? 1 : 0);
}
