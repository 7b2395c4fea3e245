namespace ThiDua.App.Files;

/// <summary>What this viewer may do with the files of one owner.</summary>
/// <param name="UnitId">The owner's unit today, where acts on its files are recorded.</param>
/// <param name="Subject">What acts on its files are about: kind and public id, as the record of acts names them.</param>
public sealed record FileRights(bool View, bool Change, int? UnitId, (string Kind, string Id) Subject);

/// <summary>A kind of thing that has files. Registered by its feature; one mechanism serves them all.</summary>
public interface IFileOwner
{
    string Kind { get; }

    /// <summary>Null when there is no such owner.</summary>
    Task<FileRights?> Rights(string key, CancellationToken cancellationToken);
}
