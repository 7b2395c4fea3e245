using ThiDua.App.Features.Campaigns.Launch;

namespace ThiDua.App.Features.Campaigns;

public static class CampaignServices
{
    public static void AddCampaigns(this IServiceCollection services) =>
        services.AddScoped<TargetWords>().AddScoped<LaunchCampaign>().AddScoped<StartCampaign>();
}
