namespace ThiDua.Plans.Reading.Units;

/// <summary>Names that a document repeats (who leads, what is counted), each kept once however often it stands there.</summary>
internal sealed class NamePool
{
    // Each name with the list that holds it alone: most tasks have one lead.
    private readonly Dictionary<string, string[]> _alone = new(StringComparer.Ordinal);

    public string? Of(string? name) => name is null ? null : Alone(name)[0];

    public IReadOnlyList<string> Of(List<string> names) =>
        names.Count switch
        {
            0 => [],
            1 => Alone(names[0]),
            _ => names.ConvertAll(n => Alone(n)[0]).ToArray(),
        };

    private string[] Alone(string name)
    {
        if (!_alone.TryGetValue(name, out var alone))
            _alone.Add(name, alone = [name]);
        return alone;
    }
}
