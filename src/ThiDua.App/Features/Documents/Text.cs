namespace ThiDua.App.Features.Documents;

public sealed class Text;
