using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ThiDua.App.Cli;
using ThiDua.App.Sandbox;

namespace ThiDua.App.Imports;

/// <summary>One line of what a child answers: a row, or why there are no more.</summary>
public sealed record TableLine(int Line, IReadOnlyList<string>? Cells, string? Code = null, IReadOnlyList<long>? Numbers = null);

/// <summary>What <c>thidua read --table</c> writes: each row as one line of JSON, as it comes to it.</summary>
public static class TableAnswer
{
    /// <returns>The exit code.</returns>
    public static int Write(string file)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        try
        {
            using var content = File.OpenRead(file);
            foreach (var row in TableFile.Rows(content))
                Write(new(row.Line, row.Cells), output);
            return CommandLine.Done;
        }
        catch (TableRefused refused)
        {
            Write(new(refused.Row, null, refused.Code, [.. refused.Arguments.Select(Convert.ToInt64)]), output);
            return CommandLine.BadInput;
        }
        catch (OutOfMemoryException)
        {
            return Child.OutOfMemory;
        }
    }

    public static TableLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TableJson.Default.TableLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(TableLine line, Stream to)
    {
        JsonSerializer.Serialize(to, line, TableJson.Wide.TableLine);
        to.WriteByte((byte)'\n');
    }
}

// Generated serializers: a child starts faster without reflection.
[JsonSerializable(typeof(TableLine))]
internal sealed partial class TableJson : JsonSerializerContext
{
    public static readonly TableJson Wide = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        }
    );
}
