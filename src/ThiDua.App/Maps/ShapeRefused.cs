namespace ThiDua.App.Maps;

/// <summary>A shape cannot be taken; the problem is the key of a text of forms.</summary>
public sealed class ShapeRefused(string problem, params object[] arguments) : Exception(problem)
{
    public string Problem => Message;
    public object[] Arguments => arguments;
}
