namespace ThiDua.App.Files;

public sealed class Text;
