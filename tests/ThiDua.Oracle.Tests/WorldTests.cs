namespace ThiDua.Oracle.Tests;

public sealed class WorldTests
{
    [Fact]
    public void Every_state_and_reason_is_met_in_random_worlds()
    {
        var states = new SortedDictionary<string, int>();
        for (var seed = 0; seed < 4000; seed++)
        {
            var chance = new Chance(seed);
            var world = seed % 2 == 0 ? RandomWorld.Still(chance) : RandomWorld.Moving(chance);
            var question = RandomQuestions.Ask(chance, world);
            var verdict = new RawOracle(world, question.Day, question.Basis).Judge(question.Target, question.Top);
            Count($"state {verdict.State}");
            Count($"reason {verdict.Figure.Reason}");
            Count($"method {verdict.Forecast?.Method ?? RawMethod.None}");
            Count(verdict.Waits ? "waits" : "does not wait");
            Count(verdict.Provisional is null ? "complete" : "provisional");
        }
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', states));
        Assert.All(Enum.GetNames<RawState>(), name => Assert.Contains($"state {name}", states.Keys));
        Assert.All(Enum.GetNames<RawReason>(), name => Assert.Contains($"reason {name}", states.Keys));
        Assert.All(Enum.GetNames<RawMethod>(), name => Assert.Contains($"method {name}", states.Keys));

        void Count(string name) => states[name] = states.GetValueOrDefault(name) + 1;
    }
}
