namespace ThiDua.App.Packs.Reading;

/// <summary>A definition and the map it was read from, so that a check across files still names the line.</summary>
internal sealed record Placed<T>(T Value, MapReader At)
{
    /// <summary>Reports at the value of a key (<c>reportedBy[1]</c> for an item), or at the definition when it is not there.</summary>
    public void Add(string key, string vi, string en, LocalText? expected = null) => At.Add(At.NodeAt(key), key, vi, en, expected);
}
