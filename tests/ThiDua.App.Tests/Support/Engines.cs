using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ThiDua.App.Tests.Support;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory once on each database engine: <c>[Theory, BothEngines] public async Task X(Engine engine)</c>. Without a
/// PostgreSQL server in THIDUA_TEST_POSTGRES that row is shown as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothEnginesAttribute : DataAttribute
{
    public const string Variable = "THIDUA_TEST_POSTGRES";

    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo method, DisposalTracker tracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow<Engine>(Engine.Sqlite),
            new TheoryDataRow<Engine>(Engine.Postgres) { Skip = Server is null ? $"{Variable} names no PostgreSQL server" : null },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
