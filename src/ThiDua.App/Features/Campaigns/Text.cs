namespace ThiDua.App.Features.Campaigns;

public sealed class Text;
