namespace ThiDua.App.Maps;

/// <summary>Fewer points that look the same (Douglas and Peucker), without recursion: a shape from outside sets its depth. Pure.</summary>
public static class Simplify
{
    /// <returns>The first and last point and, of the others, those without which the line would lie further off.</returns>
    public static IReadOnlyList<(int X, int Y)> Line(IReadOnlyList<(int X, int Y)> points, double tolerance)
    {
        if (points.Count < 3)
            return points;
        var kept = new bool[points.Count];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, points.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (furthest, distance) = (-1, tolerance * tolerance);
            for (var at = part.From + 1; at < part.To; at++)
                if (Squared(points[at], points[part.From], points[part.To]) is var d && d > distance)
                    (furthest, distance) = (at, d);
            if (furthest < 0)
                continue;
            kept[furthest] = true;
            open.Push((part.From, furthest));
            open.Push((furthest, part.To));
        }
        return [.. points.Where((_, at) => kept[at])];
    }

    private static double Squared((int X, int Y) at, (int X, int Y) from, (int X, int Y) to)
    {
        double x = to.X - from.X,
            y = to.Y - from.Y;
        var length = x * x + y * y;
        var along = length == 0 ? 0 : Math.Clamp(((at.X - from.X) * x + (at.Y - from.Y) * y) / length, 0, 1);
        var (dx, dy) = (from.X + along * x - at.X, from.Y + along * y - at.Y);
        return dx * dx + dy * dy;
    }
}
