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

/// <summary>A mistake with the pack that it stands in.</summary>
/// <param name="Pack">Name of the pack's folder; empty when it concerns the folder of all packs.</param>
public sealed record PackTrouble(string Pack, PackError Error)
{
    /// <summary>A mistake that is no file's own, or a whole file's.</summary>
    public static PackTrouble Of(string pack, string file, string vi, string en) => new(pack, new(file, 0, 0, "", new(vi, en), null));

    public string Format(string language) => Pack.Length == 0 ? Error.Format(language) : $"{Pack}/{Error.Format(language)}";
}

/// <summary>What keeps the folder of packs, as it was last changed, from being taken into use.</summary>
/// <param name="At">When it was looked at.</param>
public sealed record PackTroubles(IReadOnlyList<PackTrouble> All, DateTimeOffset At);
