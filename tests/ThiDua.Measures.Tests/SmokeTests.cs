namespace ThiDua.Measures.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_assembly_loads() => Assert.NotNull(System.Reflection.Assembly.Load("ThiDua.Measures"));
}
