using System.Globalization;

namespace ThiDua.App.Packs;

/// <summary>One mistake in a pack, where it stands and what is right there.</summary>
/// <param name="File">Relative to the pack's folder, with forward slashes.</param>
/// <param name="Line">1-based; 0 when the mistake is a whole file.</param>
/// <param name="Column">1-based; 0 when the mistake is a whole file.</param>
/// <param name="Path">Where in the file's tree: <c>indicators[3].name.vi</c>.</param>
/// <param name="Expected">What may stand there; null when the message says it all.</param>
public sealed record PackError(string File, int Line, int Column, string Path, LocalText Message, LocalText? Expected)
{
    /// <summary><c>indicators.yaml:12:5: indicators[2].kind: … </c> in the language asked.</summary>
    public string Format(string language)
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        var path = Path.Length == 0 ? "" : $" {Path}:";
        var expected =
            Expected is null ? ""
            : language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? $" Expected: {Expected.En}."
            : $" Cần: {Expected.Vi}.";
        return $"{place}:{path} {Message.In(language)}{expected}";
    }
}

/// <summary>Either the pack, or every mistake found in it.</summary>
public sealed record PackResult(Pack? Pack, IReadOnlyList<PackError> Errors)
{
    public bool Ok => Pack is not null;
}
