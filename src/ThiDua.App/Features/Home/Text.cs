namespace ThiDua.App.Features.Home;

public sealed class Text;
