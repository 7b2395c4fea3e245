namespace ThiDua.App.Shared;

/// <param name="Field">Name of the input's field; empty when it concerns the whole form.</param>
/// <param name="Message">In the reader's language.</param>
public sealed record FieldError(string Field, string Message)
{
    /// <summary>The field's own name, said where the message does not stand beside it.</summary>
    public string? Label { get; init; }

    /// <summary>Stable, for programs: <c>not-a-day</c>; null where nothing relies on it.</summary>
    public string? Code { get; init; }

    /// <summary>A doubt: a word of explanation settles it, and the form asks for one beside the field.</summary>
    public bool Asks { get; init; }
}

/// <summary>What came of a handler, for outcomes that are expected: pages, API, imports and jobs read it alike.</summary>
public class Outcome
{
    public static readonly Outcome Done = new(),
        NotFound = new() { Missing = true };

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>There is no such thing, or it may not be seen.</summary>
    public bool Missing { get; init; }

    /// <summary>Somebody else changed it in the meantime; nothing was saved.</summary>
    public bool Conflict { get; init; }
    public bool Ok => !Missing && Errors.Count == 0;

    public static Outcome Refused(string field, string message) => new() { Errors = [new(field, message)] };
}

public sealed class Outcome<T> : Outcome
    where T : class
{
    public T? Value { get; init; }

    public static implicit operator Outcome<T>(T value) => new() { Value = value };

    public static new Outcome<T> Refused(string field, string message) => new() { Errors = [new(field, message)] };

    public static new Outcome<T> NotFound => new() { Missing = true };
}
