namespace ThiDua.Plans.Source.Layout;

/// <summary>Which edges of a table or cell are drawn; null is "not said here".</summary>
internal struct Borders
{
    public bool? Top,
        Bottom,
        Left,
        Right,
        InsideH,
        InsideV;

    public readonly Borders Over(in Borders below) =>
        new()
        {
            Top = Top ?? below.Top,
            Bottom = Bottom ?? below.Bottom,
            Left = Left ?? below.Left,
            Right = Right ?? below.Right,
            InsideH = InsideH ?? below.InsideH,
            InsideV = InsideV ?? below.InsideV,
        };

    public readonly int Drawn =>
        (Top == true ? 1 : 0)
        + (Bottom == true ? 1 : 0)
        + (Left == true ? 1 : 0)
        + (Right == true ? 1 : 0)
        + (InsideH == true ? 1 : 0)
        + (InsideV == true ? 1 : 0);
}
