using System.Globalization;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Files;

/// <summary>
/// Files of what is being typed and has no row yet: only who brought them sees them. <see cref="AttachFiles.Adopt"/> gives them to
/// what is made of it; what nobody takes is swept.
/// </summary>
public sealed class DraftFiles(Viewer viewer) : IFileOwner
{
    public const string Code = "draft";

    public string Kind => Code;

    /// <summary>A key for a new draft of this viewer.</summary>
    public string NewKey() => $"{Mine}{PublicId.New()}";

    public Task<FileRights?> Rights(string key, CancellationToken cancellationToken)
    {
        var mine = viewer.AccountId is not null && key.StartsWith(Mine, StringComparison.Ordinal);
        return Task.FromResult(mine ? new FileRights(true, true, viewer.UnitIds.Cast<int?>().FirstOrDefault(), (Code, key)) : null);
    }

    private string Mine => string.Create(CultureInfo.InvariantCulture, $"{viewer.AccountId}.");
}
