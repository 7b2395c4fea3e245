using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Forms;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers;

/// <summary>One row of a register: a case whose content is the register's form, filled.</summary>
public sealed class RegisterRow
{
    public const int LongestContent = 200_000;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }

    /// <summary>Code of the register.</summary>
    public required string Register { get; init; }

    /// <summary>The unit whose row it is.</summary>
    public int UnitId { get; init; }

    /// <summary>By which it falls into a period.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Public id of the row of another register to which it belongs; null where it stands alone.</summary>
    public string? Parent { get; private set; }

    /// <summary>Values by field, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>Explanations of what was unusual, by field, as JSON; null when nothing was.</summary>
    public string? Comments { get; private set; }

    /// <summary>Who wrote what it holds now, and by which file.</summary>
    public int? WrittenBy { get; private set; }
    public int? ImportId { get; private set; }
    public List<RowValue> Values { get; init; } = [];
    public List<RowHousehold> Households { get; init; } = [];

    /// <summary>What it held from each writing on, the newest last.</summary>
    public List<RowVersion> Versions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Data => Parse(Content);

    public IReadOnlyDictionary<string, string> Explained => Parse(Comments);

    /// <param name="record">The act that explains it.</param>
    public void Write(RowContent content, Act record)
    {
        (Date, Parent) = (content.Date, content.Parent);
        Content = Text(content.Values);
        Comments = content.Comments.Count == 0 ? null : Text(content.Comments);
        WrittenBy = record.AccountId;
        ImportId = content.ImportId;
        Versions.Add(
            new()
            {
                Content = Content,
                Comments = Comments,
                ImportId = ImportId,
                Record = record,
            }
        );
        if (content.Households is { } keys)
        {
            Households.RemoveAll(h => !keys.Contains(h.Key));
            Households.AddRange(keys.Except(Households.Select(h => h.Key)).Select(k => new RowHousehold { RowId = Id, Key = k }));
        }
        Values.RemoveAll(v => !content.Listed.ContainsKey(v.Field));
        foreach (var (field, (key, number)) in content.Listed)
        {
            var value = Values.FirstOrDefault(v => v.Field == field);
            if (value is null)
                Values.Add(value = new() { Register = Register, Field = field });
            (value.SortKey, value.Number) = (key, number);
        }
    }

    public static IReadOnlyDictionary<string, string> Parse(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    private static string Text(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(values.ToDictionary(), StringComparer.Ordinal), Plain);

    internal sealed class Mapping : IEntityTypeConfiguration<RegisterRow>
    {
        public void Configure(EntityTypeBuilder<RegisterRow> b)
        {
            b.ToTable("register_row");
            b.Property(r => r.Id).ValueGeneratedNever();
            b.Property(r => r.Register).HasMaxLength(80);
            b.Property(r => r.Content).HasMaxLength(LongestContent);
            b.Property(r => r.Comments).HasMaxLength(LongestContent);
            b.Ignore(r => r.Data);
            b.Ignore(r => r.Explained);
            b.HasOne(r => r.Case).WithOne().HasForeignKey<RegisterRow>(r => r.Id);
            b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
            b.HasIndex(r => new
            {
                r.Register,
                r.UnitId,
                r.Date,
            });
            b.HasIndex(r => new { r.Register, r.Date });
            b.HasIndex(r => r.ImportId);
            b.Property(r => r.Parent).HasMaxLength(40);
            b.HasIndex(r => r.Parent);
        }
    }
}

/// <summary>What a row held from one writing to the next: append-only.</summary>
public sealed class RowVersion
{
    public long Id { get; init; }
    public int RowId { get; init; }
    public required string Content { get; init; }
    public string? Comments { get; init; }
    public int? ImportId { get; init; }
    public long RecordId { get; init; }

    /// <summary>The act that wrote it: who and when.</summary>
    public Act? Record { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RowVersion>
    {
        public void Configure(EntityTypeBuilder<RowVersion> b)
        {
            b.ToTable("row_version");
            b.Property(v => v.Content).HasMaxLength(RegisterRow.LongestContent);
            b.Property(v => v.Comments).HasMaxLength(RegisterRow.LongestContent);
            b.HasOne<RegisterRow>().WithMany(r => r.Versions).HasForeignKey(v => v.RowId);
            b.HasOne(v => v.Record).WithMany().HasForeignKey(v => v.RecordId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(v => v.ImportId);
        }
    }
}

/// <summary>A value that lists sort and filter by: of fields marked <c>listed</c>.</summary>
public sealed class RowValue
{
    public const int LongestKey = 200;

    public int RowId { get; init; }
    public required string Register { get; init; }
    public required string Field { get; init; }

    /// <summary>Orders byte by byte, and is searched without marks; empty where the row has no value.</summary>
    public string SortKey { get; set; } = "";

    /// <summary>Of a number, scaled as its field says: what totals add up.</summary>
    public long? Number { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RowValue>
    {
        public void Configure(EntityTypeBuilder<RowValue> b)
        {
            b.ToTable("row_value");
            b.HasKey(v => new { v.RowId, v.Field });
            b.Property(v => v.Register).HasMaxLength(80);
            b.Property(v => v.Field).HasMaxLength(80);
            b.Property(v => v.SortKey).HasMaxLength(LongestKey);
            b.HasIndex(v => new
            {
                v.Register,
                v.Field,
                v.SortKey,
                v.RowId,
            });
            b.HasOne<RegisterRow>().WithMany(r => r.Values).HasForeignKey(v => v.RowId);
        }
    }
}

/// <summary>What a row is to hold: read and checked.</summary>
/// <param name="Listed">Sort keys, and scaled numbers, of every listed field.</param>
/// <param name="Title">What the row is called.</param>
public sealed record RowContent(
    DateOnly Date,
    string Title,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Comments,
    IReadOnlyDictionary<string, (string Key, long? Number)> Listed,
    int? ImportId = null
)
{
    /// <summary>Files that come with it, by the code of their field.</summary>
    public IReadOnlyList<(string Field, Files.NewFile File)> Files { get; init; } = [];

    /// <summary>Public id of the row of another register to which it belongs.</summary>
    public string? Parent { get; init; }

    /// <summary>Order numbers of the households that it reached, never written down; null: as they were.</summary>
    public IReadOnlyCollection<int>? Ticked { get; init; }

    /// <summary>Their keys.</summary>
    public IReadOnlySet<long>? Households { get; init; }

    /// <summary>Key of files that came with the form before and waited.</summary>
    public string? Waiting { get; init; }

    public static RowContent Of(
        Packs.RegisterDefinition register,
        FormEntry entry,
        IReadOnlyDictionary<string, string> comments,
        FormNames names,
        int? importId = null
    )
    {
        string Show(FormField field) => FieldKinds.Of(field).Show(field, entry.Values.GetValueOrDefault(field.Code) ?? "", names);
        (string, long?) Key(FormField field)
        {
            if (!entry.Values.TryGetValue(field.Code, out var value))
                return ("", null);
            var key = FieldKinds.Of(field).SortKey(field, value, names);
            var number = field.Kind is FieldKinds.Number or FieldKinds.Money ? FieldKinds.NumberOf(value) : null;
            return (
                key.Length > RowValue.LongestKey ? key[..RowValue.LongestKey] : key,
                (long?)(number * (decimal)Math.Pow(10, field.Scale))
            );
        }
        return new(
            DateKind.Day(entry.Values[register.Date])!.Value,
            Show(register.Form.Field(register.Name)!),
            entry.Values,
            comments.Where(c => entry.Questions.Any(q => q.Field == c.Key)).ToDictionary(),
            register.Listed.ToDictionary(f => f.Code, Key),
            importId
        )
        {
            Parent = register.Of is { } of ? entry.Values.GetValueOrDefault(of) : null,
        };
    }
}

public static class RegisterSets
{
    extension(AppDb db)
    {
        public DbSet<RegisterRow> RegisterRows => db.Set<RegisterRow>();
    }
}
