using FluentValidation;
using ThiDua.App.Cases;
using ThiDua.App.Features.Campaigns.Amend;
using ThiDua.App.Features.Campaigns.Edit;
using ThiDua.App.Features.Campaigns.EditTarget;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Campaigns.NamePart;
using ThiDua.App.Features.Campaigns.Overview;
using ThiDua.App.Features.Campaigns.Register;
using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Campaigns;

public static class CampaignServices
{
    public static void AddCampaigns(this IServiceCollection services)
    {
        services.AddScoped<TargetWords>().AddScoped<LaunchCampaign>().AddScoped<StartCampaign>();
        services.AddScoped<LaunchPreviews>().AddScoped<CampaignThings>().AddScoped<CampaignPeople>().AddScoped<CampaignStarts>();
        services.AddScoped(s => new Lazy<MoveCase>(s.GetRequiredService<MoveCase>));
        services.AddScoped<ICaseKind, CampaignCase>().AddScoped<ICaseKind, RegistrationCase>();
        services.AddScoped<ThiDua.App.Forms.INameSource, TaskNames>().AddScoped<ThiDua.App.Forms.INameSource, TargetNames>();
        services.AddScoped<CasesOfCampaigns>().AddScoped<SaveCampaign>().AddScoped<CopyCampaign>();
        services.AddScoped<ApplyAmendment>().AddScoped<AmendCampaign>();
        services.AddScoped<BeginRegistrations>().AddScoped<SaveRegistration>();
        services.AddDailyJob<BeginRegistrationsOfDay>(BeginRegistrationsOfDay.Code);
        services.AddScoped<ChangeTarget>().AddScoped<IValidator<ChangeTargetInput>, ChangeTargetValidator>();
        services.AddScoped<NameTargetPart>().AddScoped<IValidator<NameTargetPartInput>, NameTargetPartValidator>();
    }
}
