using SkiaSharp;

namespace ThiDua.App.Features.Progress.Picture;

/// <summary>How a target or a campaign stands, to be sent on: what it is, the figure, what it means, of which day.</summary>
/// <param name="Tone"><c>good soon bad calm</c>.</param>
/// <param name="Part">How much of the bar is full, 0 to 1; null without a bar.</param>
public sealed record Card(
    string Above,
    string Title,
    string Figure,
    string State,
    string Tone,
    IReadOnlyList<string> Lines,
    string AsOf,
    double? Part = null
);

/// <summary>Draws a card as a picture for a phone: large letters, few words.</summary>
internal static class CardPicture
{
    private const int Width = 1080,
        Edge = 72,
        Least = 720;

    public static byte[]? Png(Card card)
    {
        if (CardFonts.Here is not var (regular, bold))
            return null;
        var height = Math.Max(Least, (int)Draw(null, card, regular, bold) + Edge);
        using var surface = SKSurface.Create(new SKImageInfo(Width, height));
        surface.Canvas.Clear(SKColors.White);
        using var edge = new SKPaint { Color = SKColor.Parse("#0b6b3a") };
        surface.Canvas.DrawRect(0, 0, Width, 18, edge);
        Draw(surface.Canvas, card, regular, bold);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    /// <summary>Draws, or with no canvas only measures.</summary>
    /// <returns>Where it ends.</returns>
    private static float Draw(SKCanvas? canvas, Card card, SKTypeface regular, SKTypeface bold)
    {
        var (soft, dark, tone) = (SKColor.Parse("#4c5a52"), SKColor.Parse("#17201b"), Tone(card.Tone));
        var y = Edge + 24f;
        y = Text(canvas, card.Above, regular, 34, soft, y) + 8;
        y = Text(canvas, card.Title, bold, 50, dark, y) + 24;
        if (card.Figure.Length > 0)
            y = Text(canvas, card.Figure, bold, 132, dark, y) + 8;
        y = Text(canvas, card.State, bold, 54, tone, y) + 20;
        if (card.Part is { } part)
            y = Bar(canvas, part, tone, y) + 24;
        foreach (var line in card.Lines)
            y = Text(canvas, line, regular, 38, dark, y) + 6;
        return Text(canvas, card.AsOf, regular, 32, soft, y + 24);
    }

    private static float Bar(SKCanvas? canvas, double part, SKColor tone, float y)
    {
        using var track = new SKPaint { Color = SKColor.Parse("#e3e9e5"), IsAntialias = true };
        using var full = new SKPaint { Color = tone, IsAntialias = true };
        canvas?.DrawRoundRect(Edge, y, Width - (2 * Edge), 36, 8, 8, track);
        canvas?.DrawRoundRect(Edge, y, (float)((Width - (2 * Edge)) * Math.Clamp(part, 0, 1)), 36, 8, 8, full);
        return y + 36;
    }

    private static float Text(SKCanvas? canvas, string text, SKTypeface face, float size, SKColor color, float y)
    {
        using var font = new SKFont(face, size);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        foreach (var line in Wrapped(text, font))
        {
            y += size * 1.05f;
            canvas?.DrawText(line, Edge, y, SKTextAlign.Left, font, paint);
            y += size * 0.3f;
        }
        return y;
    }

    private static IEnumerable<string> Wrapped(string text, SKFont font)
    {
        const int most = 8;
        var (line, lines) = ("", 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || font.MeasureText(longer) <= Width - (2 * Edge))
            {
                line = longer;
                continue;
            }
            if (++lines == most)
            {
                yield return line + " …";
                yield break;
            }
            yield return line;
            line = word;
        }
        if (line.Length > 0)
            yield return line;
    }

    private static SKColor Tone(string tone) =>
        SKColor.Parse(
            tone switch
            {
                "good" => "#0b6b3a",
                "soon" => "#8a5300",
                "bad" => "#b3261e",
                _ => "#33586f",
            }
        );
}
