namespace ThiDua.App.Features.Jobs;

public sealed class Text;
