using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Facts;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Estimates;
using ThiDua.App.Features.Health;
using ThiDua.App.Features.Help;
using ThiDua.App.Features.Maps;
using ThiDua.App.Features.Offline;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Reporting.ImportFigures;
using ThiDua.App.Features.Requests;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Jobs;
using ThiDua.App.Notices;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features;

/// <summary>What each feature adds: its handlers, and its endpoints that are not pages.</summary>
public static class FeatureList
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<SystemState.Known>();
        services.AddScoped<SystemState>();
        services.AddFiles();
        services.AddScoped<IFileOwner, CaseFiles>();
        services.AddAccounts();
        services.AddUnits();
        services.AddFacts();
        services.AddScoped<Verify.VerifySystem>();
        services.AddScoped<CaseKinds>();
        services.AddScoped<BeginCase>();
        services.AddScoped<MoveCase>();
        services.AddScoped<ShelveCases>();
        services.AddScoped<CaseRows>();
        services.AddScoped<CaseViews>();
        services.AddImports();
        services.AddSingleton<Sealer>();
        services.AddHostedService(s => s.GetRequiredService<Sealer>());
        services.AddScoped<ICaseKind, Documents.PaperCase>();
        services.AddJobs();
        services.AddSingleton<MenuCounts.Known>();
        services.AddScoped<MenuCounts>();
        services.AddScoped<Answering>();
        services.AddScoped<RemindUnits>();
        services.AddDailyJob<SendReminders>(SendReminders.Code);
        services.AddJobKind<ThiDua.App.Notices.Mail.SendMail>(ThiDua.App.Notices.Mail.SendMail.Code);
        services.AddSingleton<ThiDua.App.Notices.Mail.MailRound>();
        services.AddScoped<Documents.ReportContent>().AddScoped<Documents.TaskResults>();
        services.AddScoped<Documents.PaperTargets>();
        services.AddScoped<Documents.PaperMoment>();
        services.AddScoped<Documents.Draft.DraftPaper>();
        services.AddForms();
        services.AddScoped<Home.Inbox>();
        services.AddScoped<Searching.Find.SearchAll>();
        services.AddScoped<Notices.Settings.MuteNotices>();
        services.AddHelp();
        services.AddLists();
        services.AddMaps();
        services.AddReporting();
        services.AddRegisters();
        services.AddProgress();
        services.AddEstimates();
        services.AddRequests();
        services.AddTasks();
        services.AddPlans();
        services.AddCampaigns();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapProgress();
        app.MapFiles();
        app.MapFacts();
        app.MapRows();
        app.MapFigureForm();
        app.MapHealth();
        app.MapOffline();
        app.MapLists();
        app.MapMaps();
        Documents.Preview.WordEndpoints.Map(app);
    }
}
