using System.Reflection;
using System.Text.RegularExpressions;
using ThiDua.App.Security;

namespace ThiDua.App.Tests.Architecture;

/// <summary>Rules of the house that a compiler does not know.</summary>
public sealed partial class HouseRules
{
    private static readonly Assembly App = typeof(ThiDua.App.App).Assembly;

    [Fact]
    public void Pages_open_to_all_are_the_known_few()
    {
        var open = App.GetTypes().Where(t => t.GetCustomAttribute<OpenToAllAttribute>() is not null).Select(t => t.Name).Order();
        Assert.Equal(["ChooseModel", "ErrorModel", "FirstRunModel", "OfflineModel", "SignInModel"], open);
    }

    [Fact]
    public void A_use_case_is_used_by_its_own_feature_only()
    {
        var verbs = App.GetTypes()
            .Select(t => t.Namespace)
            .OfType<string>()
            .Where(n => n.StartsWith("ThiDua.App.Features.", StringComparison.Ordinal) && n.Split('.').Length > 4)
            .Distinct()
            .ToList();
        var breaches =
            from file in Source.Files("src/ThiDua.App/Features", ".cs", ".cshtml")
            let feature = file.Path.Split('/')[3]
            where !feature.Contains('.', StringComparison.Ordinal)
            from verb in verbs
            where
                verb.Split('.')[3] != feature
                && Regex.IsMatch(file.Text, $@"\b(using {Regex.Escape(verb)}\b|{Regex.Escape(verb["ThiDua.App.".Length..])}\.)")
            select $"{file.Path} reaches into {verb}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void The_clock_is_asked_through_TimeProvider()
    {
        var breaches = Source
            .Files("src", ".cs", ".cshtml")
            .Where(f => WallClock().IsMatch(f.Text) && !f.Path.EndsWith("AssumedClock.cs", StringComparison.Ordinal));
        Assert.Empty(breaches.Select(f => f.Path));
    }

    [Fact]
    public void A_page_asks_nothing_of_what_stands_in_brackets()
    {
        // Razor ends the expression at the bracket: @(a with { … }).B shows the record a, then ".B".
        var breaches = Source
            .Files("src/ThiDua.App", ".cshtml")
            .SelectMany(f => BracketThenMember().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}"));
        Assert.Empty(breaches);
    }

    [Fact]
    public void A_partial_that_a_page_names_is_there()
    {
        var missing =
            from file in Source.Files("src/ThiDua.App", ".cshtml")
            from Match partial in NamedPartial().Matches(file.Text)
            where !File.Exists(Path.Combine(Source.Root, "src/ThiDua.App", partial.Groups[1].Value))
            select $"{file.Path}: {partial.Groups[1].Value}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Whatever_is_typed_into_a_form_that_is_data_is_kept_on_the_device()
    {
        var breaches = Source
            .Files("src/ThiDua.App/Features", ".cshtml")
            .Where(f =>
                f.Text.Contains("/Forms/_Fields.cshtml", StringComparison.Ordinal) && !f.Text.Contains(" keep=\"", StringComparison.Ordinal)
            );
        Assert.Empty(breaches.Select(f => f.Path));
    }

    [Fact]
    public void Scripts_of_an_ordinary_page_are_of_10_KB_at_most() =>
        Assert.InRange(
            new[] { "keep.js", "keys.js", "signal.js" }.Sum(f =>
                File.ReadAllText(Path.Combine(Source.Root, "src/ThiDua.App/wwwroot", f)).Length
            ),
            1,
            10 * 1024
        );

    [Fact]
    public void Nothing_waits_by_sleeping_in_tests()
    {
        var breaches = Source.Files("tests", ".cs").Where(f => Sleep().IsMatch(f.Text));
        Assert.Empty(breaches.Select(f => f.Path));
    }

    [Theory]
    [InlineData("ThiDua.Plans")]
    [InlineData("ThiDua.Measures")]
    [InlineData("ThiDua.Paper")]
    public void A_library_knows_neither_web_nor_database(string library)
    {
        var known = Assembly.Load(library).GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(
            known,
            n =>
                n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || n.StartsWith("ThiDua", StringComparison.Ordinal)
                || n == "thidua"
        );
    }

    [Fact]
    public void Only_the_fact_store_and_AppDb_write_facts_and_totals()
    {
        var breaches = Source
            .Files("src/ThiDua.App", ".cs")
            .Where(f =>
                Writes().IsMatch(f.Text)
                && !f.Path.StartsWith("src/ThiDua.App/Facts/", StringComparison.Ordinal)
                && !f.Path.StartsWith("src/ThiDua.App/Data/", StringComparison.Ordinal)
            );
        Assert.Empty(breaches.Select(f => f.Path));
    }

    /// <summary>What the layout cannot break is a long text; these are to become fewer, never more.</summary>
    [Fact]
    public void Lines_are_of_140_characters_and_files_of_200_lines()
    {
        const int longest = 140,
            texts = 90,
            most = 200,
            files = 44;
        var code = new[] { "src", "tests", "bench", "fuzz" }
            .SelectMany(f => Source.Files(f, ".cs"))
            .Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .ToList();
        var over = code.SelectMany(f => f.Text.Split('\n').Where(l => l.Length > longest).Select(l => (f.Path, Line: l))).ToList();
        Assert.Empty(over.Where(l => !l.Line.Contains('"') && !Css().IsMatch(l.Line)).Select(l => $"{l.Path}: {l.Line.Trim()}"));
        Assert.InRange(over.Count, 0, texts);
        Assert.InRange(code.Count(f => f.Text.Count(c => c == '\n') > most), 0, files);
    }

    [GeneratedRegex(@"[{;]\s|\bSELECT\b|\bON CONFLICT\b|\bCREATE\b")]
    private static partial Regex Css();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"""/((?:Features|Cases|Files|Forms|Lists|Maps|Shared)/[\w/]+\.cshtml)""")]
    private static partial Regex NamedPartial();

    [GeneratedRegex(@"@\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)\.[A-Z]\w*")]
    private static partial Regex BracketThenMember();

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(
        @"\.(Facts|Figures|Totals|PendingTotals|FactApprovals|FactBatches)\.(Add|Remove|Update|Execute)|ExecuteSql|BulkTable|new Total\s*[{(]"
    )]
    private static partial Regex Writes();
}
