namespace ThiDua.App.Features.Tasks;

public sealed class Text;
