using Microsoft.Extensions.Logging;

namespace ThiDua.App.Tests.Support;

/// <summary>What the systems under test failed with, kept beside the tests: a page that fails says no more than that it did.</summary>
internal sealed class ErrorLog : ILoggerProvider
{
    private static readonly Lock Writing = new();
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "errors.log");

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName);

    public void Dispose() { }

    private sealed class Logger(string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
                return;
            lock (Writing)
                System.IO.File.AppendAllText(File, $"{DateTime.UtcNow:O} {category}: {formatter(state, exception)}\n{exception}\n\n");
        }
    }
}
