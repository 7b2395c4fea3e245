namespace ThiDua.App.Cases;

public sealed class Text;
