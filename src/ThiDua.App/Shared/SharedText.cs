namespace ThiDua.App.Shared;

/// <summary>Words that every screen shares; the texts are beside it in SharedText.vi.resx and SharedText.en.resx.</summary>
public sealed class SharedText;
