using System.Xml;
using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>
/// Forward-only reading of one XML part. The pattern everywhere: <c>var depth = x.Depth; while (x.Next(depth)) switch (x.Name)</c>, each
/// case consuming its element whole, which <see cref="Skip"/> does for what is not wanted.
/// </summary>
internal sealed class PartReader : IDisposable
{
    // ECMA-376 (transitional, what Word writes by default) and ISO 29500 strict.
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly XmlReader _xml;
    private readonly BoundedStream? _stream;
    private readonly int _maxDepth;
    private readonly CancellationToken _cancellationToken;
    private readonly string _transitional;
    private readonly string _strict;
    private int _nodes;

    public PartReader(Stream stream, ReadLimits limits, CancellationToken cancellationToken)
    {
        _stream = stream as BoundedStream;
        _maxDepth = limits.MaxDepth;
        _cancellationToken = cancellationToken;
        var names = new NameTable();
        _transitional = names.Add(Transitional);
        _strict = names.Add(Strict);
        _xml = XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                NameTable = names,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );
    }

    public string Name => _xml.LocalName;
    public int Depth => _xml.Depth;
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>The element is of WordprocessingML, and not of a drawing or formula within.</summary>
    public bool IsWord => ReferenceEquals(_xml.NamespaceURI, _transitional) || ReferenceEquals(_xml.NamespaceURI, _strict);

    public string? Attribute(string name) => _xml.GetAttribute(name, _transitional) ?? _xml.GetAttribute(name, _strict);

    /// <summary>The id of the relationship that the element stands for.</summary>
    public string? Relation =>
        _xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? _xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public string? Plain(string name) => _xml.GetAttribute(name);

    public string? Val => Attribute("val");

    /// <summary>An on/off property: present without value is on.</summary>
    public bool On => Val is not ("0" or "false" or "off" or "none");

    public int? Int(string name) =>
        int.TryParse(
            Attribute(name),
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var n
        )
            ? n
            : null;

    /// <summary>Moves to the root element.</summary>
    public bool Root()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// Moves to the next element below <paramref name="parentDepth"/>; false at the parent's end. The parent must not be empty.
    /// </summary>
    public bool Next(int parentDepth)
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth <= parentDepth)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Like <see cref="Next"/> from the parent's own start tag: an empty parent has no children.</summary>
    public bool Enter(out int depth)
    {
        depth = _xml.Depth;
        return !_xml.IsEmptyElement;
    }

    /// <summary>Passes over the current element and all it holds.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }
        var depth = _xml.Depth;
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth)
            {
                return;
            }
        }
    }

    /// <summary>The text of the current element, without markup.</summary>
    public string Text(LineBudget budget)
    {
        if (_xml.IsEmptyElement)
        {
            return "";
        }
        var depth = _xml.Depth;
        var text = "";
        while (Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                var value = _xml.Value;
                text = text.Length == 0 ? value : text + value;
                budget.CheckPending(text.Length);
            }
        }
        return text;
    }

    private bool Read()
    {
        _stream?.Mark();
        if ((++_nodes & 0xFFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
        if (!_xml.Read())
        {
            return false;
        }
        return _xml.Depth <= _maxDepth ? true : throw UnreadableDocumentException.TooDeep(_maxDepth);
    }

    public void Dispose() => _xml.Dispose();
}
