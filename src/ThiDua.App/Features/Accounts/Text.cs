namespace ThiDua.App.Features.Accounts;

public sealed class Text;
