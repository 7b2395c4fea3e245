namespace ThiDua.App.Features.Movement;

public sealed class Text;
