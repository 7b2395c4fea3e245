using System.Globalization;

namespace ThiDua.Oracle.Tests;

// Two classes run beside each other.
public sealed class StillTreeTests
{
    [Fact]
    public void Library_and_oracle_agree_on_a_still_tree() => Agreement.Of("still", Agreement.Still, RandomWorld.Still);

    // THIDUA_ORACLE_SHOW=still:77 prints that world.
    [Fact]
    public void Shows_a_world_on_demand()
    {
        if (Environment.GetEnvironmentVariable("THIDUA_ORACLE_SHOW")?.Split(':') is [var name, var seed])
        {
            var chance = new Chance(int.Parse(seed, CultureInfo.InvariantCulture));
            var world = name == "still" ? RandomWorld.Still(chance) : RandomWorld.Moving(chance);
            Console.WriteLine(Show.Of(world, RandomQuestions.Ask(chance, world)));
        }
    }
}

public sealed class MovingTreeTests
{
    [Fact]
    public void Library_and_oracle_agree_through_moves_mergers_splits_and_changes_of_kind() =>
        Agreement.Of("moving", Agreement.Moving, RandomWorld.Moving);
}
