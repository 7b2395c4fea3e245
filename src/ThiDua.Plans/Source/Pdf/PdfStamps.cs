using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>
/// Figures that a registry's signing program set on a page: the number and the day of an electronic document stand in the appearance of
/// signature fields (ISO 32000-1, 12.5.5 and 12.7.4.5), not in the page's own text.
/// </summary>
internal sealed class PdfStamps(PdfDocument pdf)
{
    private const int MostFields = 100;

    // Of one form or table, packed and unpacked.
    private const int MostBytes = 64 * 1024;
    private const int MostUnpacked = 1024 * 1024;
    private const int Deepest = 4;

    // Of a document: forms may draw each other many times over, and a few bytes unpack into many.
    private long _bytesLeft = 8 << 20;
    private const int LeastCost = 32 * 1024;

    // "2144", "05", "12a": what is longer tells who signed and when, which is no text of the document.
    private const int LongestFigure = 8;

    // Width of a figure in sizes of the letters, in the fonts of official documents.
    private const double FigureWidth = 0.5;

    /// <summary>The letters of the stamped figures of a page.</summary>
    public List<Letter> Of(Page page)
    {
        var letters = new List<Letter>();
        try
        {
            if (page.Dictionary.TryGet(NameToken.Annots, out var list) && Resolved(list) is ArrayToken fields)
            {
                foreach (var field in fields.Data.Take(MostFields))
                {
                    if (Resolved(field) is DictionaryToken found && IsWidget(found))
                        Field(found, letters);
                }
            }
        }
        // The library lets almost any exception through on damaged input; a page without its stamps is still a page.
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return letters;
        }
        return letters;
    }

    private static bool IsWidget(DictionaryToken field) =>
        field.TryGet(NameToken.Subtype, out var kind) && kind is NameToken { Data: "Widget" };

    private void Field(DictionaryToken field, List<Letter> letters)
    {
        if (
            !field.TryGet(NameToken.Rect, out var place)
            || Resolved(place) is not ArrayToken { Length: 4 } box
            || !field.TryGet(NameToken.Ap, out var looks)
            || Resolved(looks) is not DictionaryToken appearance
            || !appearance.TryGet(NameToken.N, out var normal)
        )
            return;
        var shown = new PdfShownText();
        Form(Resolved(normal), shown, 0);
        var text = shown.Text.ToString().Trim();
        if (text.Length is 0 or > LongestFigure || !char.IsAsciiDigit(text[0]) || !text.All(char.IsAsciiLetterOrDigit))
            return;
        double left = Number(box[0]) + shown.X,
            baseline = Number(box[1]) + shown.Y;
        foreach (var figure in text)
        {
            var right = left + (FigureWidth * shown.Size);
            var glyph = new PdfRectangle(left, baseline, right, baseline + shown.Size);
            letters.Add(
                new Letter(
                    figure.ToString(),
                    glyph,
                    glyph,
                    new PdfPoint(left, baseline),
                    new PdfPoint(right, baseline),
                    right - left,
                    shown.Size,
                    Plain,
                    TextRenderingMode.Fill,
                    null!,
                    null!,
                    shown.Size,
                    0
                )
            );
            left = right;
        }
    }

    private static readonly FontDetails Plain = new("", false, FontDetails.DefaultWeight, false);

    // What a form XObject draws: its own text, and that of the forms within it.
    private void Form(IToken token, PdfShownText shown, int depth)
    {
        if (token is not StreamToken form || Decoded(form) is not { } content)
            return;
        var resources = form.StreamDictionary.TryGet(NameToken.Resources, out var found) ? Resolved(found) as DictionaryToken : null;
        var scanner = new CoreTokenScanner(new MemoryInputBytes(content), usePdfDocEncoding: true, new StackDepthGuard(64));
        var operands = new List<IToken>();
        Dictionary<int, string>? letters = null;
        while (scanner.MoveNext() && shown.Text.Length <= LongestFigure && _bytesLeft > 0)
        {
            if (scanner.CurrentToken is not OperatorToken act)
            {
                operands.Add(scanner.CurrentToken);
                continue;
            }
            switch (act.Data)
            {
                case "Do" when depth < Deepest && operands is [.., NameToken name] && Of(resources, NameToken.Xobject, name) is { } inner:
                    Form(inner, shown, depth + 1);
                    break;
                case "Tf" when operands is [.., NameToken font, NumericToken size]:
                    (letters, shown.Size) = (Letters(Of(resources, NameToken.Font, font)), size.Double);
                    break;
                case "Tm" when operands is [.., NumericToken x, NumericToken y] && shown.Text.Length == 0:
                    (shown.X, shown.Y) = (x.Double, y.Double);
                    break;
                case "Tj" or "'" when operands.Count > 0:
                    shown.Add(operands[^1], letters);
                    break;
                case "TJ" when operands is [.., ArrayToken pieces]:
                    foreach (var piece in pieces.Data)
                        shown.Add(piece, letters);
                    break;
            }
            operands.Clear();
        }
    }

    // Null for what is too much, by itself or with all before it.
    private ReadOnlyMemory<byte>? Decoded(StreamToken stream)
    {
        if (stream.Data.Length > MostBytes || _bytesLeft <= 0)
            return null;
        var content = stream.Decode(DefaultFilterProvider.Instance);
        _bytesLeft -= content.Length + LeastCost;
        return _bytesLeft > 0 && content.Length <= MostUnpacked ? content : null;
    }

    // Code to text, by the font's ToUnicode table; null for a font of single bytes.
    private Dictionary<int, string>? Letters(IToken? font)
    {
        if (
            font is not DictionaryToken known
            || !known.TryGet(NameToken.ToUnicode, out var table)
            || Resolved(table) is not StreamToken map
            || !known.TryGet(NameToken.Encoding, out var encoding)
            || Resolved(encoding) is not NameToken { Data: "Identity-H" }
            || Decoded(map) is not { } content
        )
            return null;
        return PdfCodes.Letters(Encoding.Latin1.GetString(content.Span));
    }

    private IToken? Of(DictionaryToken? resources, NameToken kind, NameToken name) =>
        resources is not null
        && resources.TryGet(kind, out var all)
        && Resolved(all) is DictionaryToken named
        && named.TryGet(name, out var one)
            ? Resolved(one)
            : null;

    private static double Number(IToken token) => token is NumericToken number ? number.Double : 0;

    private IToken Resolved(IToken token)
    {
        for (var hops = 0; token is IndirectReferenceToken reference && hops < 8; hops++)
            token = pdf.Structure.GetObject(reference.Data).Data;
        return token;
    }
}
