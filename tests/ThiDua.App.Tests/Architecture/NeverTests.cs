using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Tests.Architecture;

/// <summary>What the system never does (the rules printed for the public): it watches nobody.</summary>
public sealed class NeverTests
{
    private static readonly string[] Forbidden =
    [
        "religion",
        "faith",
        "ethnic",
        "nationality",
        "opinion",
        "health",
        "disease",
        "marital",
        "family",
        "spouse",
        "children",
        "suspect",
        "offender",
        "prisoner",
        "convict",
        "wantedperson",
        "face",
        "voice",
        "fingerprint",
        "ipaddress",
        "useragent",
        "latitude",
        "device",
    ];

    [Fact]
    public void No_column_holds_anything_about_a_persons_religion_ethnicity_opinions_health_family_or_record()
    {
        using var db = new SqliteDb(
            (DbContextOptions<SqliteDb>)new DatabaseAddress(null, "model.db").Configure(new DbContextOptionsBuilder<SqliteDb>()).Options
        );
        var columns = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => $"{t.ClrType.Name}.{p.Name}")).ToList();
        Assert.True(columns.Count > 50);
        Assert.DoesNotContain(columns, c => Forbidden.Any(f => c.Contains(f, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void No_page_calls_anything_outside_this_machine()
    {
        var calls = Source
            .Files("src/ThiDua.App", ".cshtml", ".js", ".css")
            // A library names its own page on a map that shows whose it is; none of ours does.
            .Where(f => !f.Path.EndsWith("wwwroot/lib/leaflet/leaflet.js", StringComparison.Ordinal))
            .Where(f =>
                System.Text.RegularExpressions.Regex.IsMatch(
                    f.Text,
                    @"(src|href|action|url\(|fetch\()\s*[=(]?\s*[""'(]?https?://",
                    System.Text.RegularExpressions.RegexOptions.IgnoreCase
                )
            );
        Assert.Empty(calls.Select(f => f.Path));
    }
}
