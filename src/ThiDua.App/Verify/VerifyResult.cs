namespace ThiDua.App.Verify;

/// <summary>How many of a kind were looked at, and how many of them are not what they must be.</summary>
public sealed record Count(long Checked, long Wrong);

/// <param name="Sealed">Acts with a number in the chain.</param>
/// <param name="Unsealed">The tail that the sealer has not come to yet: no fault.</param>
/// <param name="Wrong">Links with a gap before them, or that do not follow from the one before.</param>
public sealed record Chain(long Sealed, long Unsealed, long Wrong);

/// <summary>The first thing that is not what it must be.</summary>
/// <param name="Kind"><c>fact figure total act chain file</c>.</param>
/// <param name="Where">Which one: unit, indicator and period; an act's id; a file's name.</param>
/// <param name="Stored">What is kept; null for nothing.</param>
/// <param name="Rebuilt">What it must be; null for nothing.</param>
public sealed record Finding(string Kind, string Where, string? Stored, string? Rebuilt);

/// <param name="Totals">Sums of subtrees, against the figures.</param>
/// <param name="Files">Kept contents, against the hashes that they are kept under.</param>
/// <param name="Facts">Facts of each act, against the hash that it promises.</param>
/// <param name="Figures">What holds now, against the chains of facts and their approvals.</param>
/// <param name="Acts">Acts, against their own hashes.</param>
public sealed record VerifyResult(Count Totals, Chain Chain, Count Files, Count Facts, Count Figures, Count Acts, Finding? First)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Ok => First is null;
}
