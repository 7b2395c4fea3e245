namespace ThiDua.Plans.Reading.Units;

/// <summary>A unit as the text names it.</summary>
/// <param name="First">First word of the name.</param>
/// <param name="Last">Last word of the name.</param>
/// <param name="Collective">A group ("các ngành"), no unit in particular.</param>
internal sealed record Unit(string Name, int First, int Last, bool Collective);
