namespace ThiDua.App.Features.Notices;

public sealed class Text;
