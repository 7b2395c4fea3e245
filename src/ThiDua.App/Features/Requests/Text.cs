namespace ThiDua.App.Features.Requests;

public sealed class Text;
