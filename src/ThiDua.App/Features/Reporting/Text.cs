namespace ThiDua.App.Features.Reporting;

public sealed class Text;
