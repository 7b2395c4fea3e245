namespace ThiDua.App.Features.Maps;

public sealed class Text;
