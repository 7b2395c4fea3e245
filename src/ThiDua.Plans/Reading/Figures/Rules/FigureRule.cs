namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>One reason, by name, to count a figure as a target's or to leave it out; of a list the first that holds decides.</summary>
/// <param name="Counts">Where it holds the figure sets a target; else it sets none.</param>
/// <param name="Takes">A sentence with a figure that the rule is about.</param>
/// <param name="Leaves">A sentence like it of whose figures the rule holds for none.</param>
internal sealed record FigureRule(bool Counts, string Name, string Takes, string Leaves, Func<FigureContext, bool> Holds)
{
    public static FigureRule In(string name, string takes, string leaves, Func<FigureContext, bool> holds) =>
        new(true, name, takes, leaves, holds);

    public static FigureRule Out(string name, string takes, string leaves, Func<FigureContext, bool> holds) =>
        new(false, name, takes, leaves, holds);
}
