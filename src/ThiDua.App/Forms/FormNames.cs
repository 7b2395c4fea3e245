using System.Collections.Concurrent;
using ThiDua.App.Data;

namespace ThiDua.App.Forms;

/// <param name="Key">As it is kept: a public id, a code.</param>
/// <param name="Help">What choosing it means.</param>
/// <param name="Group">Under which heading it stands in a list that opens.</param>
public sealed record NamedThing(string Key, string Name, string? Help = null, string? Group = null);

/// <summary>Where a kind of field finds the things that it names: units, people, rows of another register.</summary>
public interface INameSource
{
    /// <summary>Code of the <see cref="FieldKind"/>.</summary>
    string Kind { get; }

    /// <param name="unitId">The unit whose form it is.</param>
    /// <returns>At most <see cref="FormNames.Most"/>, in the order in which they are offered.</returns>
    Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken);

    /// <summary>Names of what some rows have chosen, whether it is still offered or not.</summary>
    Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);
}

/// <summary>The things that the fields of one form can name, looked up once.</summary>
public sealed class FormNames
{
    public const int Most = 5000;

    public static readonly FormNames None = new(new Dictionary<string, IReadOnlyList<NamedThing>>());

    private readonly IReadOnlyDictionary<string, IReadOnlyList<NamedThing>> things;

    // One form's names may be asked by several requests at once.
    private readonly ConcurrentDictionary<string, (Dictionary<string, NamedThing> ByKey, ILookup<string, NamedThing> ByName)> known = [];

    public FormNames(IReadOnlyDictionary<string, IReadOnlyList<NamedThing>> things) => this.things = things;

    public IReadOnlyList<NamedThing> Of(FormField field) => things.GetValueOrDefault(field.Code) ?? [];

    public string? Name(FormField field, string key) => Known(field).ByKey.GetValueOrDefault(key)?.Name;

    /// <summary>By key, or by name without marks and case; several for a name that is not only one's.</summary>
    public IReadOnlyList<NamedThing> Find(FormField field, string typed) =>
        Known(field).ByKey.TryGetValue(typed, out var byKey) ? [byKey] : [.. Known(field).ByName[SearchText.Fold(typed)]];

    private (Dictionary<string, NamedThing> ByKey, ILookup<string, NamedThing> ByName) Known(FormField field)
    {
        if (known.TryGetValue(field.Code, out var found))
            return found;
        var all = Of(field);
        return known[field.Code] = (
            all.DistinctBy(t => t.Key).ToDictionary(t => t.Key, StringComparer.Ordinal),
            all.ToLookup(t => SearchText.Fold(t.Name), StringComparer.Ordinal)
        );
    }
}

/// <summary>Looks up what the fields of a form can name.</summary>
public sealed class FormNameSources(IEnumerable<INameSource> sources)
{
    /// <summary>Whether the field holds a key in the place of a name.</summary>
    public bool Knows(FormField field) => sources.Any(s => s.Kind == field.Kind);

    public Task<Dictionary<string, string>> NamesOf(
        FormField field,
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    ) => sources.First(s => s.Kind == field.Kind).NamesOf(keys, cancellationToken);

    /// <param name="kept">What the form holds already: it may stay, though whoever changes the rest could not choose it.</param>
    public async Task<FormNames> Of(
        FormDefinition form,
        int unitId,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? kept = null
    )
    {
        var things = new Dictionary<string, IReadOnlyList<NamedThing>>();
        foreach (var field in form.Fields)
            if (sources.FirstOrDefault(s => s.Kind == field.Kind) is { } source)
            {
                var offered = await source.Load(field, unitId, cancellationToken);
                var held = ChoicesKind.Codes(kept?.GetValueOrDefault(field.Code) ?? "").Except(offered.Select(t => t.Key)).ToList();
                var names = held.Count == 0 ? [] : await source.NamesOf(held, cancellationToken);
                things[field.Code] = [.. offered, .. names.Select(n => new NamedThing(n.Key, n.Value))];
            }
        return new(things);
    }
}
