namespace ThiDua.App.Features.Offline;

public sealed class Text;
