namespace ThiDua.App.Audit;

public sealed class Text;
