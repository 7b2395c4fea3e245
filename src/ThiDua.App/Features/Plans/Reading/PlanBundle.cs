using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>What <c>thidua read --bundle</c> hands to the system that started it: the plan and its lines, or why there are none.</summary>
/// <param name="Plan">The contract's JSON.</param>
/// <param name="Text">The lines, joined by line feeds.</param>
public sealed record PlanBundle(string? Plan, string? Text, PlanRefusal? Refused)
{
    /// <summary>
    /// The plan's JSON, a NUL (which neither JSON nor a line holds), the text: written as it is made, so that the child never
    /// holds its whole answer.
    /// </summary>
    public static void Write(Plan plan, SourceDocument source, Stream to)
    {
        PlanJson.Write(plan, to, indented: false);
        to.WriteByte(0);
        source.WriteText(to);
    }

    /// <summary>A NUL, then the reason.</summary>
    public static void Write(PlanRefusal refused, Stream to)
    {
        to.WriteByte(0);
        JsonSerializer.Serialize(to, refused, PlanRefusalJson.Wide.PlanRefusal);
    }

    /// <summary>What a child that ended by itself has written; null when that is neither a plan nor a refusal.</summary>
    public static PlanBundle? Parse(ReadOnlySpan<byte> written)
    {
        var end = written.IndexOf((byte)0);
        if (end < 0)
            return null;
        return end == 0
            ? new(null, null, JsonSerializer.Deserialize(written[1..], PlanRefusalJson.Default.PlanRefusal))
            : new(Encoding.UTF8.GetString(written[..end]), Encoding.UTF8.GetString(written[(end + 1)..]), null);
    }
}

/// <param name="Code">Stable; see <see cref="UnreadableDocumentException"/>.</param>
public sealed record PlanRefusal(string Code, string Vietnamese, string English)
{
    public string Here => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

// Generated serializers: `read` starts faster without reflection.
[JsonSerializable(typeof(PlanRefusal))]
internal sealed partial class PlanRefusalJson : JsonSerializerContext
{
    public static readonly PlanRefusalJson Wide = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
