using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace ThiDua.App.Data;

/// <summary>
/// Makes SQLite keep the big tables in the order of their keys, without a second tree of row numbers: two thirds of the
/// bytes and half of the seeks (https://sqlite.org/withoutrowid.html).
/// </summary>
internal sealed class WithoutRowId(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private static readonly HashSet<string> Tables = ["fact", "figure", "total", "fact_approval", "unit_count"];

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        var clustered = Tables.Contains(operation.Name);
        base.Generate(operation, model, builder, terminate && !clustered);
        if (!clustered)
            return;
        builder.Append(" WITHOUT ROWID");
        if (!terminate)
            return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
