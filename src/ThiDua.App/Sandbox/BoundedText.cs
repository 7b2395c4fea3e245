using System.Runtime.CompilerServices;
using System.Text;

namespace ThiDua.App.Sandbox;

/// <summary>A child said more than it may.</summary>
public sealed class TooMuchSaid : Exception;

/// <summary>What a child says, line by line and never more than a bound: a child that goes wrong may write without end.</summary>
public static class BoundedText
{
    /// <param name="line">Characters of one line.</param>
    /// <param name="all">Characters of all lines.</param>
    /// <exception cref="TooMuchSaid">A bound is passed.</exception>
    public static async IAsyncEnumerable<string> Lines(
        Stream from,
        int line,
        long all,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(from, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, 32 * 1024);
        var (part, rest) = (new char[16 * 1024], new StringBuilder());
        int count;
        while ((count = await reader.ReadAsync(part, cancellationToken)) > 0)
        {
            if ((all -= count) < 0)
                throw new TooMuchSaid();
            var at = 0;
            for (int end; (end = Array.IndexOf(part, '\n', at, count - at)) >= 0; at = end + 1)
            {
                yield return rest.Append(part, at, end - at).ToString();
                rest.Clear();
            }
            rest.Append(part, at, count - at);
            if (rest.Length > line)
                throw new TooMuchSaid();
        }
        if (rest.Length > 0)
            yield return rest.ToString();
    }
}
