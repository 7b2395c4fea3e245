using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Tests.Architecture;

/// <summary>Every text that is kept has a limit: in its column, or where it comes in.</summary>
public sealed class TextLimitTests
{
    /// <summary>Columns without one, and what bounds them.</summary>
    private static readonly Dictionary<string, string> BoundedElsewhere = new()
    {
        ["Act.Detail"] = "JSON that handlers write, of ids and figures",
        ["CaseDraft.Content"] = "a form's fields, TextRules.Longest each and InputGuard's number of them",
        ["FigureAnswer.Content"] = "the fields of one request, AskFiguresValidator's number of them",
        ["FigureRequest.Fields"] = "the same fields' names and measures",
        ["ImportColumns.Choice"] = "the columns of one table, CsvReader.MostCells of them",
        ["ImportDraft.Check"] = "the rows and errors that a page shows, CheckTally's number of them",
        ["ImportDraft.Choice"] = "the columns of one table, CsvReader.MostCells of them",
        ["ImportDraft.Head"] = "the first rows of a table, CsvReader.MostCharacters each",
        ["Job.Payload"] = "JSON of ids",
        ["Job.Result"] = "JSON of ids and counts",
        ["OfficialPaper.Markdown"] = "a template of the pack and figures",
        ["OwnIndicator.Definition"] = "fields of NewIndicator, 200 characters each",
        ["PlanDraft.Content"] = "MatchBudget and the editor's validators",
        ["PlanDraft.ReadJson"] = "the reader's answer, 96 MB",
        ["PlanDraft.SourceText"] = "the reader's answer, 96 MB",
        ["PlanDraftRevision.Before"] = "PlanDraft.Content",
        ["Report.Comments"] = "a form's fields, TextRules.Longest each",
        ["RequestKey.Answer"] = "what the API answers to one batch",
    };

    [Fact]
    public void Every_text_of_the_model_has_a_limit()
    {
        using var db = new SqliteDb(
            (DbContextOptions<SqliteDb>)new DatabaseAddress(null, "model.db").Configure(new DbContextOptionsBuilder<SqliteDb>()).Options
        );
        var unbounded =
            from entity in db.Model.GetEntityTypes()
            from property in entity.GetProperties()
            where (property.FindTypeMapping()?.Converter?.ProviderClrType ?? property.ClrType) == typeof(string)
            where property.GetMaxLength() is null or <= 0
            select $"{entity.ShortName()}.{property.Name}";
        Assert.Equal(BoundedElsewhere.Keys.Order(StringComparer.Ordinal), unbounded.Order(StringComparer.Ordinal));
    }
}
