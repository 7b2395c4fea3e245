namespace ThiDua.App.Features.Views;

public sealed class Text;
