namespace ThiDua.App.Maps;

public static class MapRules
{
    /// <summary>From 0 for the lowest to <see cref="MapDrawing.Shades"/> - 1 for the highest; where all are alike, in the middle.</summary>
    public static int Shade(double value, double low, double high) =>
        high <= low ? MapDrawing.Shades / 2 : Math.Clamp((int)((value - low) / (high - low) * MapDrawing.Shades), 0, MapDrawing.Shades - 1);
}
