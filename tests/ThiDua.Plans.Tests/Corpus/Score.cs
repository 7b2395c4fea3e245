using System.Globalization;
using System.Text;

namespace ThiDua.Plans.Tests.Corpus;

/// <summary>F1 of each part over documents, and what was missed or made up where it is low.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, List<double>> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _lines = new();

    public Dictionary<string, double> Means => _parts.ToDictionary(p => p.Key, p => p.Value.Average(), StringComparer.Ordinal);

    public double Mean => _parts.SelectMany(p => p.Value).Average();

    public void Add(string document, IEnumerable<PlanScore.Part> parts, double below)
    {
        foreach (var part in parts)
        {
            (_parts.TryGetValue(part.Name, out var list) ? list : _parts[part.Name] = []).Add(part.F1);
            if (part.F1 < below)
                _lines.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{document} {part.Name} {part.F1:F3} missed {Short(part.Missed)} made up {Short(part.MadeUp)}"
                );
        }
    }

    public string Report() =>
        _lines
        + string.Concat(Means.Select(m => $"{m.Key, -11} mean F1 {m.Value:F3} of {_parts[m.Key].Count}\n"))
        + $"{"all", -11} mean F1 {Mean:F4}\n";

    private static string Short(IEnumerable<string> items) => string.Join("; ", items.Select(i => i[..Math.Min(i.Length, 120)]));
}
