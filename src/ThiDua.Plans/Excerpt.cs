using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThiDua.Plans;

/// <summary>
/// Words of a document that are not copied out of it: a part of the paragraph they stand in. A plan quotes nearly all of
/// its text two or three times (titles, tasks, targets), which for a long document would be most of the memory it takes.
/// Equal by its characters; converts to and from a string, which is then made.
/// </summary>
[JsonConverter(typeof(ExcerptConverter))]
public readonly struct Excerpt : IEquatable<Excerpt>
{
    private readonly string? _source;
    private readonly int _start;

    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the source.</exception>
    public Excerpt(string source, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)source.Length, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(source.Length - start), nameof(length));
        _source = source;
        _start = start;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlySpan<char> AsSpan() => _source.AsSpan(_start, Length);

    public override string ToString() => _source is null ? "" : _source.Substring(_start, Length);

    /// <summary>From <paramref name="start"/> to before <paramref name="end"/>, without these characters at either end.</summary>
    public static Excerpt Trimmed(string source, int start, int end, ReadOnlySpan<char> off)
    {
        while (start < end && off.Contains(source[start]))
            start++;
        while (end > start && off.Contains(source[end - 1]))
            end--;
        return new(source, start, end - start);
    }

    public bool Equals(Excerpt other) => AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => obj is Excerpt other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(AsSpan());

    public static bool operator ==(Excerpt left, Excerpt right) => left.Equals(right);

    public static bool operator !=(Excerpt left, Excerpt right) => !left.Equals(right);

    public static implicit operator string(Excerpt excerpt) => excerpt.ToString();

    public static implicit operator Excerpt(string text) => new(text, 0, text.Length);
}

/// <summary>As a JSON string, written from where it stands.</summary>
internal sealed class ExcerptConverter : JsonConverter<Excerpt>
{
    public override Excerpt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException("a text is a string");

    public override void Write(Utf8JsonWriter writer, Excerpt value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.AsSpan());
}
