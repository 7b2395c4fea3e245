// Coverage-guided fuzzing in one process. usage: ThiDua.Fuzz TARGET EXECUTIONS CORPUS [SEED] [KEEP]
// CORPUS is a folder of starting inputs; KEEP, when given, receives a small set of inputs that reach every branch found.
// Instrument ThiDua.Plans.dll first (tests/long/fuzz does); else the run is blind, and says so.
using System.Diagnostics;
using System.Security.Cryptography;
using ThiDua.Fuzz;

var target = Target.All.Single(t => t.Name == args[0]);
var executions = long.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var seed = args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 1;
var coverage = new Coverage();
var mutator = new Mutator(seed, target.Words);
var corpus = new List<byte[]>();
byte[] current = [];
long started = 0;
using var hangs = new Timer(_ => StopAHang(), null, 1000, 1000);

foreach (var file in Directory.GetFiles(args[2]).Order(StringComparer.Ordinal))
{
    Run(File.ReadAllBytes(file), keep: true);
}
var seeds = corpus.Count;
var watch = Stopwatch.StartNew();
for (long i = 0; i < executions; i++)
{
    Run(mutator.Mutate(corpus[mutator.Pick(corpus.Count)], corpus[mutator.Pick(corpus.Count)]), keep: false);
    if ((i + 1) % 100_000 == 0)
    {
        Console.WriteLine(
            $"{target.Name}: {i + 1:#,0} executions, {coverage.Branches:#,0} branches, {corpus.Count:#,0} "
                + $"inputs, {(i + 1) / watch.Elapsed.TotalSeconds:#,0}/s"
        );
    }
}
Console.WriteLine(
    $"{target.Name}: done, {executions:#,0} executions in {watch.Elapsed.TotalSeconds:0} s, "
        + $"{(coverage.Branches == 0 ? "blind (not instrumented)" : $"{coverage.Branches:#,0} branches")}, "
        + $"{corpus.Count - seeds:#,0} inputs found, no fault"
);
if (args.Length > 4)
{
    Keep(args[4]);
}
return 0;

void Run(byte[] input, bool keep)
{
    current = input;
    coverage.Reset();
    var before = GC.GetAllocatedBytesForCurrentThread();
    Volatile.Write(ref started, Stopwatch.GetTimestamp());
    var took = ThreadTime.Of(() =>
    {
        try
        {
            target.Run(input);
        }
        catch (Exception e)
        {
            Fault("crash", e.ToString());
        }
    });
    Volatile.Write(ref started, 0);
    // Allocated in all, which is more than was ever held at once.
    if (GC.GetAllocatedBytesForCurrentThread() - before > 10L * input.Length + (100 << 20))
    {
        Fault("memory", $"{GC.GetAllocatedBytesForCurrentThread() - before:#,0} bytes");
    }
    if (took > TimeSpan.FromSeconds(2))
    {
        Fault("slow", took.ToString());
    }
    if (coverage.IsNew() || keep)
    {
        corpus.Add(input);
    }
}

void StopAHang()
{
    var since = Volatile.Read(ref started);
    if (since != 0 && Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(30))
    {
        Fault("hang", "over 30 s");
    }
}

void Fault(string kind, string what)
{
    var file = $"{target.Name}-{kind}-{Convert.ToHexString(SHA256.HashData(current))[..12]}";
    File.WriteAllBytes(file, current);
    Console.WriteLine($"{kind}: {file}\n{what}");
    Environment.Exit(1);
}

// Smallest first, each only for what the ones before it did not reach.
void Keep(string folder)
{
    Directory.CreateDirectory(folder);
    var found = new Coverage();
    foreach (var input in corpus.OrderBy(i => i.Length))
    {
        found.Reset();
        target.Run(input);
        if (found.IsNew())
        {
            File.WriteAllBytes(Path.Combine(folder, Convert.ToHexString(SHA256.HashData(input))[..12].ToLowerInvariant()), input);
        }
    }
}
