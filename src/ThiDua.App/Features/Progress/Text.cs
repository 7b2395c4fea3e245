namespace ThiDua.App.Features.Progress;

/// <summary>The texts of this feature's pages, beside it in Text.vi.resx and Text.en.resx.</summary>
public sealed class Text;
