namespace ThiDua.App.Features.Searching;

public sealed class Text;
