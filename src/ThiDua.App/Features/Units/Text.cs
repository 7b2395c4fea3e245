namespace ThiDua.App.Features.Units;

public sealed class Text;
