namespace ThiDua.App.Features.Registers;

public sealed class Text;
