using ThiDua.App.Cases;

namespace ThiDua.App.Features.Requests;

internal static class RequestServices
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddScoped<ICaseKind, RequestCase>().AddScoped<ICaseKind, AnswerCase>();
        services.AddScoped<RequestQueries>().AddScoped<TellUnits>();
        services.AddScoped<Ask.AskFigures>().AddScoped<Answer.AnswerFigures>();
        services.AddScoped<Table.RemindUnits>().AddScoped<Table.CloseRequest>().AddScoped<Table.ReopenRequest>();
    }
}
