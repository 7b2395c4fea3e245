using ThiDua.App.Cases;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Forms;
using ThiDua.App.Jobs;

namespace ThiDua.App.Features.Registers;

internal static class RegistersServices
{
    public static void AddRegisters(this IServiceCollection services)
    {
        services.AddScoped<RegisterQueries>();
        services.AddScoped<RegisterCounts>();
        // Files ask the kinds of cases who may see them, and a kind of case keeps files.
        services.AddScoped(s => new Lazy<Files.AttachFiles>(s.GetRequiredService<Files.AttachFiles>));
        services.AddScoped<RowFiles>();
        services.AddScoped<ImportRows.RowImport>();
        services.AddScoped<ImportRows.UndoRows>();
        services.AddScoped<ThiDua.App.Imports.IImportTarget, ImportRows.RowTarget>();
        services.AddScoped<RowReader>();
        services.AddScoped<RowLikeness>();
        services.AddScoped<SaveRow>();
        services.AddScoped<Row.RowFamily>();
        services.AddScoped<RegisterReads>();
        services.AddScoped<RowsBehind>();
        services.AddScoped<RowsNaming>();
        services.AddScoped<Rows.RowList>();
        services.AddScoped<RegisterMaps>();
        services.AddScoped<RowCase>();
        services.AddScoped<Many.ActOnRows>();
        services.AddScoped<Many.UndoRowAct>();
        services.AddScoped<Many.RecentRowActs>();
        services.AddScoped<Copying.CopyRows>();
        services.AddDailyJob<Trash.DropRows>(Trash.DropRows.Code);
        services.AddScoped<ICaseKind>(s => s.GetRequiredService<RowCase>());
        services.AddScoped<INameSource, RowNames>();
        services.AddScoped<INameSource, HouseholdNames>();
        services.AddScoped<HouseholdKeys>();
    }
}
