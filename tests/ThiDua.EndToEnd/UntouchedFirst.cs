using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ThiDua.EndToEnd.UntouchedFirst))]

namespace ThiDua.EndToEnd;

/// <summary>Journeys that look at the sample as it is made come before those that change it; the rest by name.</summary>
public sealed class UntouchedFirst : ITestCollectionOrderer
{
    private static readonly string[] First = [nameof(RolesJourney), nameof(TouchJourney), nameof(KeyboardJourney)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections
                .OrderBy(c =>
                    Array.FindIndex(First, f => c.TestCollectionDisplayName.Contains(f, StringComparison.Ordinal)) is >= 0 and var at
                        ? at
                        : First.Length
                )
                .ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal),
        ];
}
