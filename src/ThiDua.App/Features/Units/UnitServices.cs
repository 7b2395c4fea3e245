using ThiDua.App.Features.Units.Change;
using ThiDua.App.Features.Units.Close;
using ThiDua.App.Features.Units.Merge;
using ThiDua.App.Features.Units.Move;
using ThiDua.App.Features.Units.Split;

namespace ThiDua.App.Features.Units;

internal static class UnitServices
{
    public static void AddUnits(this IServiceCollection services)
    {
        services.AddScoped<UnitTree>();
        services.AddScoped<TreeGround>();
        services.AddScoped<SuccessionWriter>();
        services.AddScoped<UnitPicker>();
        services.AddScoped<ActPreview>();
        services.AddScoped<CreateUnit>();
        services.AddScoped<ChangeUnit>();
        services.AddScoped<MoveUnit>();
        services.AddScoped<MergeUnits>();
        services.AddScoped<SplitUnit>();
        services.AddScoped<CloseUnit>();
        services.AddScoped<UndoUnitImport>();
        services.AddScoped<UnitPast>();
    }
}
