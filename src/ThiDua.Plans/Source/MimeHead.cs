using System.Text;

namespace ThiDua.Plans.Source;

/// <summary>The lines "name: value" before the first blank line of a message or of a part of one (RFC 5322).</summary>
internal sealed class MimeHead
{
    private const int Longest = 16 * 1024;
    private const int LongestName = 40;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the head in bytes, with the blank line that ends it.</summary>
    public int Length { get; private set; }

    public string this[string name] => _fields.GetValueOrDefault(name, "");

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>"text/html", in small letters; "" where none is said.</summary>
    public string Type => this["Content-Type"].Split(';')[0].Trim().ToLowerInvariant();

    public string? Boundary
    {
        get
        {
            var type = this["Content-Type"];
            var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return null;
            }
            var value = type[(at + 9)..];
            return value is ['"', ..] ? value[1..].Split('"')[0] : value.Split(';')[0].Trim();
        }
    }

    /// <summary>Null where the text does not begin with a head.</summary>
    public static MimeHead? Read(ReadOnlySpan<byte> text)
    {
        var head = new MimeHead();
        var last = "";
        for (var at = 0; at < Math.Min(text.Length, Longest); )
        {
            var end = text[at..].IndexOf((byte)'\n');
            end = end < 0 ? text.Length : at + end + 1;
            if (end - at > Longest)
            {
                return null;
            }
            var line = Encoding.UTF8.GetString(text[at..end]).TrimEnd('\r', '\n').TrimStart('\uFEFF');
            at = end;
            if (line.Length == 0)
            {
                head.Length = end;
                return head;
            }
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                head._fields[last] += " " + line.Trim();
                continue;
            }
            var colon = line.IndexOf(':');
            if (colon is < 1 or > LongestName || line.AsSpan(0, colon).ContainsAny(" \t<"))
            {
                return null;
            }
            last = line[..colon];
            head._fields[last] = line[(colon + 1)..].Trim();
        }
        return null;
    }
}
