using System.Text;
using ThiDua.App.Files;
using ThiDua.App.Sandbox;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Sandbox;

/// <summary>Where uploads lie while they are read, who may look there, and what is left.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("thidua-folders-test-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void A_start_sweeps_what_nobody_works_with_and_leaves_what_somebody_does()
    {
        var folders = new RunFolders(data);
        var incoming = RunFolders.IncomingOf(data);
        var left = Directory.CreateDirectory(Path.Combine(incoming, "run-left", "thidua-read-x"));
        File.WriteAllText(Path.Combine(left.FullName, "in.odt"), "TUYỆT MẬT");
        File.WriteAllText(Path.Combine(incoming, "run-left.lock"), "");
        using (var used = folders.Make())
        {
            File.WriteAllText(used.Input, "đang đọc");
            new RunFolders(data).Sweep();
            Assert.Equal("đang đọc", File.ReadAllText(used.Input));
            Assert.Equal(
                new[] { used.Path, used.Path + ".lock" }.Order(StringComparer.Ordinal),
                Directory.GetFileSystemEntries(incoming).Order(StringComparer.Ordinal)
            );
        }
        Assert.Empty(Directory.GetFileSystemEntries(incoming));
    }

    [Fact]
    public void The_folder_of_a_child_is_its_owners_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        foreach (var folders in new[] { new RunFolders(data), RunFolders.ByHand })
        {
            using var folder = folders.Make();
            Assert.Equal("rwx------", Mode(folder.Path));
        }
    }

    [Theory, BothEngines]
    public async Task A_system_keeps_its_data_for_its_owner(Engine engine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        await using var system = await TestSystem.Start(engine);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/imports/figures");
        await office.Upload(
            "form#upload",
            "file",
            "so-lieu.csv",
            Encoding.UTF8.GetBytes("unit;indicator;period;value\n90001.A1;road.lit;202404;9\n")
        );
        Assert.Equal("rwx------", Mode(system.DataFolder));
        var files = Directory.GetFiles(system.DataFolder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.Contains("/imports/", StringComparison.Ordinal));
        Assert.Equal(engine == Engine.Sqlite, files.Any(f => f.EndsWith("thidua.db-wal", StringComparison.Ordinal)));
        Assert.All(files, f => Assert.Equal(("rw-------", f), (Mode(f), f)));
        Assert.All(
            Directory.GetDirectories(system.DataFolder, "*", SearchOption.AllDirectories),
            f => Assert.Equal(("rwx------", f), (Mode(f), f))
        );
    }

    [Fact]
    public void A_folder_that_others_could_read_is_closed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        var inner = Directory.CreateDirectory(Path.Combine(data, "files", "ab")).FullName;
        var files = new[] { Path.Combine(data, "thidua.db"), Path.Combine(data, "thidua.db-wal"), Path.Combine(inner, "abcd") };
        foreach (var file in files)
            File.WriteAllText(file, "x");
        foreach (var place in (string[])[data, Path.Combine(data, "files"), inner])
            Open(place, folder: true);
        foreach (var file in files)
            Open(file, folder: false);
        PrivateFolder.Make(data);
        Assert.All(files, f => Assert.Equal("rw-------", Mode(f)));
        Assert.All(new[] { data, Path.Combine(data, "files"), inner }, f => Assert.Equal("rwx------", Mode(f)));
    }

    private static void Open(string path, bool folder)
    {
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                path,
                folder ? mode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : mode
            );
    }

    private static string Mode(string path)
    {
        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
        return string.Concat(Enumerable.Range(0, 9).Select(i => mode.HasFlag((UnixFileMode)(1 << (8 - i))) ? "rwx"[i % 3] : '-'));
    }
}
