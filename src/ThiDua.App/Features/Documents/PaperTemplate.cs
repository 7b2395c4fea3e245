using Fluid;
using Fluid.Values;
using ThiDua.Paper;

namespace ThiDua.App.Features.Documents;

/// <summary>
/// A report template of the pack: Liquid over Markdown. Every value set in is made safe first
/// (<see cref="MarkdownDocument.Escape"/>): no name and no narrative can become a heading, a table cell or a loop.
/// </summary>
public sealed class PaperTemplate
{
    /// <summary>Far above what a report of 100 targets and 200 units needs; a template that loops is stopped here.</summary>
    private const int MaxSteps = 2_000_000;

    private static readonly FluidParser Parser = new();

    private readonly IFluidTemplate template;

    private PaperTemplate(IFluidTemplate template) => this.template = template;

    /// <exception cref="FormatException">The template is not Liquid; the message names its line.</exception>
    public static PaperTemplate Parse(string text) =>
        Parser.TryParse(text, out var template, out var error) ? new(template) : throw new FormatException(error);

    /// <param name="values">Strings, numbers, booleans, lists and dictionaries of them, by name.</param>
    public string Render(IReadOnlyDictionary<string, object?> values)
    {
        var options = new TemplateOptions
        {
            MaxSteps = MaxSteps,
            MaxRecursion = 20,
            CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
        };
        var context = new TemplateContext(options);
        foreach (var (name, value) in values)
            context.SetValue(name, Safe(value));
        return template.Render(context, NullEncoder.Default);
    }

    private static FluidValue Safe(object? value) =>
        value switch
        {
            null => NilValue.Instance,
            string text => new StringValue(MarkdownDocument.Escape(text)),
            bool yes => BooleanValue.Create(yes),
            int number => NumberValue.Create(number),
            IReadOnlyDictionary<string, object?> map => new DictionaryValue(
                new FluidValueDictionaryFluidIndexable(map.ToDictionary(p => p.Key, p => Safe(p.Value)))
            ),
            System.Collections.IEnumerable list => new ArrayValue([.. list.Cast<object?>().Select(Safe)]),
            _ => throw new ArgumentException($"A template takes no {value.GetType().Name}."),
        };
}
