namespace ThiDua.App.Maps;

/// <summary>
/// A server of map pictures that the operator names; nothing is asked of anybody without it. Only the map on which a shape is
/// drawn shows them, and only then do the headers let a browser ask there.
/// </summary>
/// <param name="Address">With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null: none.</param>
/// <param name="Credit">Whose pictures they are.</param>
public sealed record MapTiles(string? Address, string? Credit)
{
    public static readonly MapTiles None = new(null, null);

    // In the place of the letter that some servers ask for; no such host is.
    private const string Any = "any-letter.";

    /// <summary>For the header: scheme, host and port; null for what is no such address.</summary>
    public string? Origin =>
        Address is not null
        && Uri.TryCreate(Address.Replace("{s}.", Any, StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
            ? uri.GetLeftPart(UriPartial.Authority).Replace(Any, "*.", StringComparison.Ordinal)
            : null;

    /// <returns>Null for an address that is none.</returns>
    public static MapTiles? Parse(string? address, string? credit) =>
        string.IsNullOrWhiteSpace(address) ? None
        : new MapTiles(address, credit) is { Origin: not null } tiles && new[] { "{z}", "{x}", "{y}" }.All(address.Contains) ? tiles
        : null;
}
