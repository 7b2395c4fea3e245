namespace ThiDua.App.Imports;

public sealed class Text;
