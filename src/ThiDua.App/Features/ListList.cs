using ThiDua.App.Audit;
using ThiDua.App.Lists;
using ThiDua.App.Security;

namespace ThiDua.App.Features;

/// <summary>The lists of the product: each with its page, and its exports at the page's address.</summary>
public static class ListList
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddScoped<ListReader>();
        services.AddScoped<UnitFilters>();
        services.AddScoped<Views.KeepView>();
        services.AddScoped<Views.ChangeView>();
        services.AddScoped<Audit.Acts.ActList>();
        services.AddScoped<Accounts.People.PersonList>();
        services.AddScoped<Jobs.Browse.JobList>();
        services.AddScoped<Notices.Browse.NoticeList>();
        services.AddScoped<Cases.QueueList>();
        services.AddScoped<Plans.List.PlanList>();
        services.AddScoped<Documents.Browse.PaperList>();
        services.AddScoped<Units.Browse.UnitList>();
        services.AddScoped<Requests.Browse.RequestList>();
        services.AddScoped<Requests.Table.AnswerList>();
    }

    public static void MapLists(this WebApplication app)
    {
        app.MapList<Audit.Acts.ActList>("/admin/acts", new NeedsSomewhereAttribute(Permission.ReadActs));
        app.MapList<Accounts.People.PersonList>("/admin", new NeedsSomewhereAttribute(Permission.ManageAccounts));
        app.MapList<Jobs.Browse.JobList>("/admin/jobs", new NeedsSomewhereAttribute(Permission.ViewJobs));
        app.MapList<Notices.Browse.NoticeList>("/notices", new SignedInAttribute());
        app.MapList<Registers.Rows.RowList>("/registers/{code}", new NeedsSomewhereAttribute(Permission.ViewRegister));
        app.MapList<Cases.QueueList>("/review", new NeedsSomewhereAttribute(Permission.ReviewReport));
        app.MapList<Plans.List.PlanList>("/plans", new NeedsSomewhereAttribute(Permission.ImportPlan));
        app.MapList<Documents.Browse.PaperList>("/papers", new NeedsSomewhereAttribute(Permission.ViewPaper));
        app.MapList<Requests.Browse.RequestList>("/requests", new NeedsSomewhereAttribute(Permission.RunCampaign));
        app.MapList<Requests.Table.AnswerList>("/requests/{id}", new NeedsAttribute<Requests.FigureRequest>(Permission.ViewProgress, "id"));
        app.MapList<Units.Browse.UnitList>("/units/{id}", new NeedsAttribute<Tree.Unit>(Permission.ViewUnits, "id"));
    }
}
