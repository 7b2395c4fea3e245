namespace ThiDua.Plans.Reading.Structure;

internal enum MarkerKind
{
    None,
    Bullet,
    Part,
    Chapter,
    Upper,
    Roman,
    Article,
    Arabic,
    ArabicParen,
    Bracketed,
    Letter,
    SmallRoman,
    Paren,
}

/// <summary>The mark at the start of a paragraph: "III.", "2.1.", "a)", "Điều 5.", "-" …</summary>
/// <param name="Numbers">The number, or the path of a dotted one; a letter's place in its alphabet.</param>
/// <param name="Label">As it stands in a section's number: <c>III</c>, <c>2.1</c>, <c>đ</c>.</param>
/// <param name="End">Where the text after the mark begins.</param>
internal readonly record struct Marker(MarkerKind Kind, int[] Numbers, string Label, int End)
{
    public static readonly Marker None = new(MarkerKind.None, [], "", 0);

    /// <summary>
    /// The order of letters in official lists (Decree 30/2020, Annex I), and among them those that some use all the same.
    /// </summary>
    public const string Alphabet = "abcdđefghijklmnopqrstuvwxyz";

    /// <summary>
    /// The letter at the second place comes next after the one at the first: between them stand only letters that lists may
    /// leave out.
    /// </summary>
    public static bool LetterFollows(int place, int next)
    {
        for (var i = place + 1; i < next; i++)
            if (Alphabet[i - 1] is not ('f' or 'j' or 'w' or 'z'))
                return false;
        return next > place;
    }

    public bool Numbered => Kind is not (MarkerKind.None or MarkerKind.Bullet or MarkerKind.Paren);

    public int Last => Numbers.Length == 0 ? 0 : Numbers[^1];
}
