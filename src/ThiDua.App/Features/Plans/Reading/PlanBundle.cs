using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>What <c>thidua read --bundle</c> hands to the system that started it: the plan and its lines, or why there are none.</summary>
/// <param name="Plan">The contract's JSON.</param>
/// <param name="Text">The lines, joined by line feeds.</param>
public sealed record PlanBundle(string? Plan, string? Text, PlanRefusal? Refused)
{
    public string Write() => JsonSerializer.Serialize(this, PlanBundleJson.Wide.PlanBundle);

    public static PlanBundle? Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, PlanBundleJson.Default.PlanBundle);
}

/// <param name="Code">Stable; see <see cref="ThiDua.Plans.Source.UnreadableDocumentException"/>.</param>
public sealed record PlanRefusal(string Code, string Vietnamese, string English)
{
    public string Here => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

// Generated serializers: `read` starts faster without reflection.
[JsonSerializable(typeof(PlanBundle))]
internal sealed partial class PlanBundleJson : JsonSerializerContext
{
    public static readonly PlanBundleJson Wide = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
