using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs;

/// <summary>The words that the packs of a folder bring to the reader of plans, without reading the rest of the packs.</summary>
public static class PackWords
{
    /// <summary>
    /// What the reader knows by itself and the organs of every pack; a pack whose words cannot be read brings none (the system
    /// does not start with it, so that this concerns the command line only).
    /// </summary>
    public static ThiDua.Plans.Lexicon In(string folder)
    {
        string[] places = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        return Of(places.Order(StringComparer.Ordinal).Select(Read));
    }

    /// <summary>The same from packs that are read already.</summary>
    public static ThiDua.Plans.Lexicon Of(IEnumerable<PackLexicon> packs) =>
        new PackLexicon([.. packs.SelectMany(p => p.Organs)], new Dictionary<string, string>()).ForPlans();

    private static PackLexicon Read(string place)
    {
        var errors = new ErrorList();
        var words = LexiconReader.Read(new PackFiles(new(place), errors, hashed: false).Root("lexicon.yaml"));
        return errors.Any ? new([], new Dictionary<string, string>()) : words;
    }
}
