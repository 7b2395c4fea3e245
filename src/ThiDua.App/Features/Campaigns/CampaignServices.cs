using FluentValidation;
using ThiDua.App.Features.Campaigns.EditTarget;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Campaigns.NamePart;

namespace ThiDua.App.Features.Campaigns;

public static class CampaignServices
{
    public static void AddCampaigns(this IServiceCollection services)
    {
        services.AddScoped<TargetWords>().AddScoped<LaunchCampaign>().AddScoped<StartCampaign>();
        services.AddScoped<ChangeTarget>().AddScoped<IValidator<ChangeTargetInput>, ChangeTargetValidator>();
        services.AddScoped<NameTargetPart>().AddScoped<IValidator<NameTargetPartInput>, NameTargetPartValidator>();
    }
}
