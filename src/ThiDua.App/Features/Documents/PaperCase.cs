using ThiDua.App.Cases;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Documents;

/// <summary>A paper on its way to a signature.</summary>
public sealed class PaperCase : ICaseKind
{
    public const string Kind = "paper";

    public string Code => Kind;

    public IReadOnlyList<string> States => ["draft", "signed", "dropped"];

    public IReadOnlyList<string> Acts => [];

    public string Href(string publicId) => $"/papers/{publicId}";

    public string? ViewPermission => Permission.ViewPaper;
}
