using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers.Many;

/// <summary>The one reason that is given for all rows that are ticked.</summary>
public sealed record ReasonForMany(string? Typed, IReadOnlyList<FieldError> Errors);
