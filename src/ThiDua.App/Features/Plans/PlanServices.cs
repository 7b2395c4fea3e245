using FluentValidation;
using ThiDua.App.Cases;
using ThiDua.App.Features.Plans.Edit;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Indicators;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Features.Plans.Resolve;
using ThiDua.App.Features.Plans.Spelling;
using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Plans;

public static class PlanServices
{
    public static void AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<PlanReaderProcess>().AddSingleton<IncomingFiles>().AddHostedService<IncomingSweep>();
        services.AddJobKind<ReadPlan>(ReadPlan.Code);
        services.AddScoped<DraftEditor>().AddScoped<DraftNames>();
        services.AddScoped<ImportPlan>().AddScoped<UploadPlan>().AddScoped<IValidator<ImportPlanInput>, ImportPlanValidator>();
        services
            .AddScoped<ICaseKind, PlanDraftCase>()
            .AddScoped<MarkItem>()
            .AddScoped<MergeItems>()
            .AddScoped<SplitItem>()
            .AddScoped<LeadTasks>()
            .AddScoped<MendSlips>()
            .AddScoped<UndoChange>();
        services.AddScoped<SaveHead>().AddScoped<IValidator<SaveHeadInput>, SaveHeadValidator>();
        services.AddScoped<SaveTarget>().AddScoped<IValidator<SaveTargetInput>, SaveTargetValidator>();
        services.AddScoped<SaveTask>().AddScoped<IValidator<SaveTaskInput>, SaveTaskValidator>();
        services.AddScoped<CreateIndicator>().AddScoped<IValidator<CreateIndicatorInput>, CreateIndicatorValidator>();
        services.AddScoped<ResolveUnit>().AddScoped<IValidator<ResolveUnitInput>, ResolveUnitValidator>();
    }
}
