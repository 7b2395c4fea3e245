using ThiDua.App.Files;

namespace ThiDua.App.Features.Registers;

/// <param name="Unit">Public id of the unit whose row it is; not asked for one that is there.</param>
/// <param name="Row">Public id of the row to be changed; null for a new one.</param>
/// <param name="Version">The row's version as it was seen.</param>
/// <param name="Key">What the client calls this request; sent again it is answered as before and done once.</param>
public sealed record SaveRowInput(
    string Register,
    string? Unit,
    IReadOnlyDictionary<string, string> Typed,
    IReadOnlyDictionary<string, string> Comments,
    string? Row = null,
    int? Version = null,
    string? Key = null
)
{
    /// <summary>Files by the code of their field.</summary>
    public IReadOnlyList<(string Field, NewFile File)> Files { get; init; } = [];

    /// <summary>Key of the files that came with this form before and wait (<see cref="DraftFiles"/>).</summary>
    public string? Waiting { get; init; }
}

public sealed record SavedRow(string Id);
