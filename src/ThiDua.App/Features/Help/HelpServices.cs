using FluentValidation;
using ThiDua.App.Features.Help.Contact;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Help;

internal static class HelpServices
{
    public static void AddHelp(this IServiceCollection services)
    {
        services.AddSingleton<OfficeContacts.Known>();
        services.AddScoped<OfficeContacts>();
        services.AddScoped<SaveContact>();
        services.AddScoped<IValidator<ContactInput>, ContactValidator>();
    }
}
