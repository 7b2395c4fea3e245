namespace ThiDua.App.Maps;

public sealed class Text;
