using FluentValidation;
using ThiDua.App.Features.Accounts.FirstRun;
using ThiDua.App.Features.Accounts.Invite;
using ThiDua.App.Features.Accounts.Mine;
using ThiDua.App.Features.Accounts.Person;
using ThiDua.App.Features.Accounts.Rights;
using ThiDua.App.Features.Accounts.SignIn;

namespace ThiDua.App.Features.Accounts;

internal static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<FirstRunCode>();
        services.AddScoped<CreateSystem>();
        services.AddScoped<IValidator<CreateSystemInput>, CreateSystemValidator>();
        services.AddScoped<SignInPerson>();
        services.AddScoped<EndSessions>();
        services.AddScoped<PersonAccess>();
        services.AddScoped<WorkUnit>();
        services.AddScoped<CreateAccount>();
        services.AddScoped<IValidator<InviteInput>, InviteValidator>();
        services.AddScoped<GivePassword>();
        services.AddScoped<ChangePerson>();
        services.AddScoped<IValidator<ChangePersonInput>, ChangePersonValidator>();
        services.AddScoped<UseOfAccount>();
        services.AddScoped<AddRole>();
        services.AddScoped<IValidator<AddRoleInput>, AddRoleValidator>();
        services.AddScoped<EndRole>();
        services.AddScoped<MoveRole>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ChangePhone>();
        services.AddScoped<ChangeMail>();
    }
}
