using ThiDua.App.Features.Accounts.Mine;
using ThiDua.App.Features.Help.Contact;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>Whom to call in the sample: numbers that nobody has.</summary>
internal static class DemoContacts
{
    public static Task Office(IServiceProvider services, UnitRow commune, CancellationToken cancellationToken) =>
        services
            .GetRequiredService<SaveContact>()
            .Handle(commune, new($"Văn phòng {commune.Name} (mẫu)", "0277 0000 001", "giờ hành chính"), cancellationToken);

    /// <param name="nth">Of the officers of units.</param>
    public static Task Officer(IServiceProvider services, int nth, CancellationToken cancellationToken) =>
        services.GetRequiredService<ChangePhone>().Handle($"0900 000 {nth:000}", cancellationToken);
}
