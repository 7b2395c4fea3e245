using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ThiDua.App.Packs.Reading;

/// <summary>
/// Reads one file into a tree of plain maps, lists and scalars. A pack needs no more of YAML than that, and what it does not
/// need (aliases, tags, several documents) is how YAML is made to explode.
/// </summary>
internal sealed class YamlReader(string file, ErrorList errors)
{
    public const int MaxBytes = 1 << 20;
    public const int MaxDepth = 16;
    public const int MaxNodes = 100_000;

    private int _nodes;

    public YamlNode? Read(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, true).GetString(bytes).Normalize(NormalizationForm.FormC).TrimStart('\uFEFF');
            return ControlAt(text) is { } at
                ? throw Refuse(at, "Tệp có ký tự điều khiển.", "The file holds a control character.")
                : Document(new Parser(new StringReader(text)));
        }
        catch (DecoderFallbackException)
        {
            errors.Add(file, null, "", new("Tệp không phải văn bản UTF-8.", "The file is not UTF-8 text."));
        }
        catch (ArgumentException)
        {
            errors.Add(file, null, "", new("Tệp có ký tự không hợp lệ.", "The file holds invalid characters."));
        }
        catch (InvalidOperationException)
        {
            // What the scanner throws where it meets what its own grammar did not foresee.
            errors.Add(file, null, "", new("Sai cú pháp YAML.", "Not valid YAML."));
        }
        catch (YamlException e)
        {
            Refuse(e.Start, $"Sai cú pháp YAML ({e.Message}).", $"Not valid YAML ({e.Message}).");
        }
        catch (Refused)
        {
            // Already in the list, with its place: nothing below it can be trusted.
            return null;
        }
        return null;
    }

    private static Mark? ControlAt(string text)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))
            {
                return new Mark(i, line, column);
            }
            (line, column) = text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        }
        return null;
    }

    private YamlNode? Document(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.Accept<DocumentStart>(out _))
        {
            errors.Add(file, null, "", new("Tệp trống.", "The file is empty."));
            return null;
        }
        parser.Consume<DocumentStart>();
        var root = Node(parser, 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            throw Refuse(second.Start, "Mỗi tệp chỉ có một tài liệu YAML.", "A file holds one YAML document only.");
        }
        return root;
    }

    private YamlNode Node(Parser parser, int depth)
    {
        var at = parser.Current!;
        if (++_nodes > MaxNodes)
        {
            throw Refuse(at.Start, $"Tệp có quá {MaxNodes} mục.", $"The file has more than {MaxNodes} nodes.");
        }
        if (depth > MaxDepth)
        {
            throw Refuse(at.Start, $"Lồng nhau quá {MaxDepth} cấp.", $"Nested deeper than {MaxDepth} levels.");
        }
        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse(at.Start, "Bộ mẫu không dùng neo (&) và bí danh (*).", "A pack uses no anchors (&) and no aliases (*).");
        }
        if (at is NodeEvent { Tag.IsEmpty: false })
        {
            throw Refuse(at.Start, "Bộ mẫu không dùng thẻ kiểu (!).", "A pack uses no tags (!).");
        }
        return at switch
        {
            Scalar => ScalarNode(parser.Consume<Scalar>()),
            SequenceStart => ListNode(parser, depth),
            MappingStart => MapNode(parser, depth),
            _ => throw Refuse(at.Start, "Không đọc được mục này.", "This node cannot be read."),
        };
    }

    private static YamlScalar ScalarNode(Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain, (int)scalar.Start.Line, (int)scalar.Start.Column);

    private YamlList ListNode(Parser parser, int depth)
    {
        var start = parser.Consume<SequenceStart>().Start;
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(parser, depth + 1));
        }
        return new YamlList(items, (int)start.Line, (int)start.Column);
    }

    private YamlMap MapNode(Parser parser, int depth)
    {
        var start = parser.Consume<MappingStart>().Start;
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(parser, depth + 1) is not YamlScalar key)
            {
                throw Refuse(start, "Tên mục phải là một từ.", "A key must be a word.");
            }
            entries.Add(new YamlEntry(key, Node(parser, depth + 1)));
        }
        return new YamlMap(entries, (int)start.Line, (int)start.Column);
    }

    private Refused Refuse(in Mark at, string vi, string en)
    {
        errors.Add(new PackError(file, (int)at.Line, (int)at.Column, "", new(vi, en), null));
        return new Refused();
    }

    private sealed class Refused : Exception;
}
