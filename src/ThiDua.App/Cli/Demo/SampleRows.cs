using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Cli.Demo;

/// <summary>One row of the sample's registers, as its file tells it.</summary>
/// <param name="By">Account that writes it; "xa" for the commune itself.</param>
/// <param name="Key">What other rows name it by.</param>
/// <param name="Do">Acts after it was written; null for what the flow's usual row goes through.</param>
internal sealed record SampleRow(
    string Register,
    string By,
    string? Key,
    IReadOnlyList<string>? Do,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values
);

/// <summary>Reads <c>samples/register-rows.yaml</c>: registers in their order, so that a row stands before what names it.</summary>
internal static class SampleRows
{
    public static string File => Path.Combine(ServeOptions.Beside("samples"), "register-rows.yaml");

    /// <exception cref="FormatException">What the file says is no row; the message names the line.</exception>
    public static IReadOnlyList<SampleRow> Read(string file)
    {
        var errors = new ErrorList();
        var read = new YamlReader(file, errors).Read(System.IO.File.ReadAllBytes(file));
        if (errors.Any)
            throw new FormatException($"{file}:{errors.Sorted[0].Line}: {errors.Sorted[0].Message.En}");
        return
        [
            .. from register in Map(file, read)
            from row in ((YamlList)register.Value).Items
            let map = Map(file, row).ToDictionary(e => e.Key.Value, e => e.Value)
            select new SampleRow(
                register.Key.Value,
                Texts(map["by"])[0],
                map.TryGetValue("key", out var key) ? Texts(key)[0] : null,
                map.TryGetValue("do", out var acts) ? Texts(acts) : null,
                Map(file, map["values"]).ToDictionary(v => v.Key.Value, v => Texts(v.Value))
            ),
        ];
    }

    private static IReadOnlyList<YamlEntry> Map(string file, YamlNode? node) =>
        node is YamlMap map ? map.Entries : throw new FormatException($"{file}:{node?.Line}: by, key, do, values");

    private static IReadOnlyList<string> Texts(YamlNode node) =>
        node is YamlList list ? [.. list.Items.Select(i => ((YamlScalar)i).Value)] : [((YamlScalar)node).Value];
}
