namespace ThiDua.App.Packs;

/// <summary>A file of indicators that one unit's plans bring beside a pack's own.</summary>
/// <param name="Pack">Code of the pack.</param>
/// <param name="Name">Told from others in messages.</param>
/// <param name="Unit">Id of the unit whose plans may use them.</param>
/// <param name="Text">In the form of <c>indicators.yaml</c>, without groups.</param>
public sealed record OwnDefinition(string Pack, string Name, int Unit, string Text);
