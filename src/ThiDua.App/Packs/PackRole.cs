namespace ThiDua.App.Packs;

/// <summary>A role that a movement needs beside the built-in ones.</summary>
/// <param name="Help">What whoever holds it does, in a sentence.</param>
/// <param name="Permissions">Codes that the system knows.</param>
public sealed record PackRole(string Code, LocalText Label, LocalText? Help, IReadOnlyList<string> Permissions);
