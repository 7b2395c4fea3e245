namespace ThiDua.Oracle.Tests;

/// <summary>A seeded source: the number of a case is enough to make it again.</summary>
public sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int end) => _random.Next(end);

    public int From(int first, int last) => _random.Next(first, last + 1);

    public bool In(int percent) => _random.Next(100) < percent;

    public T Of<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public DateOnly Day(DateOnly first, DateOnly last) => first.AddDays(_random.Next(last.DayNumber - first.DayNumber + 1));

    public void Shuffle<T>(T[] items) => _random.Shuffle(items);
}
