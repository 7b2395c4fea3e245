using ThiDua.App.Packs;

namespace ThiDua.App.Tests.Packs;

public sealed class ShippedPackTests
{
    [Fact]
    public void It_loads_without_a_mistake() =>
        Assert.Empty(PackFolder.Result.Errors.Select(e => e.Format("vi")));

    [Fact]
    public void The_check_command_says_so()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(0, PackCommand.Check(PackFolder.Shipped, output, errors, "vi"));
        Assert.StartsWith("an-ninh-to-quoc 0.1.0: đúng.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", errors.ToString());
    }
}
