using ThiDua.Fuzz;

namespace ThiDua.Plans.Tests.SourceFuzz;

/// <summary>
/// The fuzz targets in short: the kept corpus, and a bounded number of mutations of it, always the same. The long form is <c>./test long
/// fuzz</c>.
/// </summary>
public sealed class ShortFuzzTests
{
    private const int Mutations = 2000;

    public static TheoryData<string> Targets => [.. Target.All.Select(t => t.Name)];

    private static string Corpus(string target)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "fuzz", "corpus")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("fuzz/corpus"), "fuzz", "corpus", target);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_input_crashes_hangs_or_breaks_the_contract(string name)
    {
        var target = Target.All.Single(t => t.Name == name);
        var corpus = Directory.GetFiles(Corpus(name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Assert.NotEmpty(corpus);
        corpus.ForEach(target.Run);
        var mutator = new Mutator(20240415, target.Words);
        for (var i = 0; i < Mutations; i++)
        {
            var input = mutator.Mutate(corpus[mutator.Pick(corpus.Count)], corpus[mutator.Pick(corpus.Count)]);
            Exception? thrown = null;
            var took = ThiDua.Fuzz.ThreadTime.Of(() => thrown = Record.Exception(() => target.Run(input)));
            Assert.True(thrown is null && took < TimeSpan.FromSeconds(2), $"{thrown} {took} {Convert.ToBase64String(input)}");
        }
    }
}
