namespace ThiDua.App.Features.Audit;

public sealed class Text;
