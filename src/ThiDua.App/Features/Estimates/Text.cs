namespace ThiDua.App.Features.Estimates;

public sealed class Text;
