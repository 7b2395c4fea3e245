namespace ThiDua.App.Lists;

public sealed class Text;
