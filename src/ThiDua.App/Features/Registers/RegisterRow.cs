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

    /// <summary>Content of a row whose content was dropped; no row that is written has it, for it has a date.</summary>
    public const string Dropped = "{}";
    private const string DroppedName = "Dòng đã hủy, nội dung đã xóa";
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

    /// <summary>Values by field, as JSON.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>Explanations of what was unusual, by field, as JSON; null when nothing was.</summary>
    public string? Comments { get; private set; }

    /// <summary>Who wrote what it holds now, and by which file.</summary>
    public int? WrittenBy { get; private set; }
    public int? ImportId { get; private set; }
    public List<RowValue> Values { get; init; } = [];
    public List<RowHousehold> Households { get; init; } = [];

    /// <summary>What it names: rows of other registers, tasks, targets.</summary>
    public List<RowLink> Links { get; init; } = [];

    /// <summary>What it held from each writing on, the newest last.</summary>
    public List<RowVersion> Versions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Data => Parse(Content);
    public bool IsDropped => Content == Dropped;

    public IReadOnlyDictionary<string, string> Explained => Parse(Comments);

    /// <param name="record">The act that explains it.</param>
    public void Write(RowContent content, Act record)
    {
        Date = content.Date;
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
        Links.RemoveAll(l => !content.Links.Contains((l.Field, l.To)));
        var known = Links.Select(l => (l.Field, l.To));
        Links.AddRange(content.Links.Except(known).Select(l => new RowLink { Field = l.Field, To = l.To }));
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

    /// <summary>Lets go of all it holds but its day; its name goes too.</summary>
    public void Drop()
    {
        (Content, Comments) = (Dropped, null);
        Values.Clear();
        Households.Clear();
        Links.Clear();
        Case.Name(DroppedName);
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
            b.Ignore(r => r.IsDropped);
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
        }
    }
}

public static class RegisterSets
{
    extension(AppDb db)
    {
        public DbSet<RegisterRow> RegisterRows => db.Set<RegisterRow>();
    }
}
