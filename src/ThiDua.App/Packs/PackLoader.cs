using ThiDua.App.Packs.Checks;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs;

/// <summary>Reads the folder of a pack and checks it whole: either a pack that holds together, or every mistake with its place.</summary>
public static class PackLoader
{
    /// <param name="own">Files beside the folder's.</param>
    public static PackResult Load(string directory, params IReadOnlyList<OwnDefinition> own) => Load(new FolderCopy(directory), own);

    internal static PackResult Load(FolderCopy folder, IReadOnlyList<OwnDefinition> own)
    {
        var errors = new ErrorList();
        if (!folder.IsThere)
        {
            errors.Add(folder.Path, null, "", new("Không có thư mục này.", "There is no such folder."));
            return new(null, errors.Sorted);
        }
        var files = new PackFiles(folder, errors);
        var draft = PackDraft.Read(files, own);
        PackChecks.Run(draft);
        VocabularyCheck.Run(draft);
        return errors.Any ? new(null, errors.Sorted) : new(Build(draft, files.Hash), []);
    }

    private static Pack Build(PackDraft draft, string hash) =>
        new()
        {
            Code = draft.Head.Code,
            Version = draft.Head.Version,
            Name = draft.Head.Name,
            Movement = draft.Head.Movement,
            Color = draft.Head.Color,
            Hash = hash,
            UnitKinds = Values(draft.UnitKinds),
            Manners = Values(draft.Manners),
            Groups = Values(draft.Groups),
            Indicators = Values(draft.Indicators),
            Roles = Values(draft.Roles),
            Flows = Values(draft.Flows),
            Registers = Values([.. draft.Registers.Select(r => r.Register)]),
            Calendars = Values(draft.Calendars),
            Deadlines = Values(draft.Deadlines),
            Holidays = Values(draft.Holidays),
            Lexicon = draft.Lexicon,
        };

    private static IReadOnlyList<T> Values<T>(IReadOnlyList<Placed<T>> all) => [.. all.Select(p => p.Value)];
}
