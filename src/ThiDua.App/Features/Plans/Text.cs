namespace ThiDua.App.Features.Plans;

public sealed class Text;
