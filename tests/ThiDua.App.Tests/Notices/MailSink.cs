using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using MimeKit;

namespace ThiDua.App.Tests.Notices;

/// <summary>A server that takes every e-mail, or is away.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<MimeMessage> taken = Channel.CreateUnbounded<MimeMessage>();
    private readonly CancellationTokenSource end = new();
    private readonly Task listening;

    public MailSink()
    {
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The next e-mail, in the order in which they came.</summary>
    public Task<MimeMessage> Next() => taken.Reader.ReadAsync(end.Token).AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    public bool IsEmpty => taken.Reader.Count == 0;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await listening;
        end.Dispose();
        listener.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await Talk(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
                await Take(reader, writer);
            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
        }
    }

    private async Task Take(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var text = new MemoryStream();
        await using (var copy = new StreamWriter(text, leaveOpen: true) { NewLine = "\r\n" })
            while (await reader.ReadLineAsync(end.Token) is { } line && line != ".")
                await copy.WriteLineAsync(line.StartsWith('.') ? line[1..] : line);
        text.Position = 0;
        await taken.Writer.WriteAsync(await MimeMessage.LoadAsync(text, end.Token), end.Token);
    }
}
