using System.Text;
using ThiDua.App.Sandbox;

namespace ThiDua.App.Tests.Sandbox;

public sealed class BoundedTextTests
{
    private static async Task<List<string>> Lines(Stream from, int line = 100, long all = 1000) =>
        await BoundedText.Lines(from, line, all, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Lines_come_whole() =>
        Assert.Equal(["một", "", "hai", "ba"], await Lines(new MemoryStream(Encoding.UTF8.GetBytes("một\n\nhai\nba"))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_child_that_writes_without_end_is_not_listened_to(bool inLines) =>
        await Assert.ThrowsAsync<TooMuchSaid>(() => Lines(new Endless(inLines)));

    private sealed class Endless(bool inLines) : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            if (inLines)
                for (var at = 9; at < buffer.Length; at += 10)
                    buffer[at] = (byte)'\n';
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));
    }
}
