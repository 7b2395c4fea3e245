namespace ThiDua.App.Features.Help;

public sealed class Text;
