namespace ThiDua.App.Packs.Privacy;

/// <summary>What sort of text it is, which says how far it asks.</summary>
internal enum TextPlace
{
    /// <summary>What a list or one of its rows is called.</summary>
    Title,

    /// <summary>What stands at an entry, or is an answer to choose.</summary>
    Label,

    /// <summary>Sentences of explanation.</summary>
    Help,

    /// <summary>Words by which something is found; or a text that asks nothing and prints.</summary>
    Words,
}

/// <param name="People">Persons or households are counted or listed by what the text belongs to.</param>
/// <param name="Work">It is an answer to a question about work, organisations or places.</param>
/// <param name="Number">What is entered is a number.</param>
/// <param name="Free">What is entered is any text: a name of somebody would fit.</param>
/// <param name="Member">What is entered is the name of somebody in a public post.</param>
/// <param name="Choice">It is an answer to choose.</param>
internal sealed record AskedAs(
    TextPlace Place,
    bool People = false,
    bool Work = false,
    bool Number = false,
    bool Free = false,
    bool Member = false,
    bool Choice = false
);

internal enum Breach
{
    Who,
    OwnTrait,
    CountedTrait,
    Subjects,
    Named,
}

/// <param name="Words">As they are written, in lower case.</param>
internal sealed record Finding(Breach Breach, string Words);

/// <summary>Whether a text asks what a pack may not ask. Pure.</summary>
internal static class PrivacyJudge
{
    public static Finding? Of(LocalText text, AskedAs asked) => Of(text.Vi, true, asked) ?? Of(text.En, false, asked);

    /// <summary>Whether what the text names first is a person or a household, or none of them.</summary>
    public static Topic? Head(LocalText text)
    {
        var read = new PrivacyText(text.Vi, true);
        return Spans(read).FirstOrDefault(s => s.Topic is not (Topic.Count or Topic.Neutral))?.Topic;
    }

    /// <summary>Whether the text is nothing but the name of a people: one such answer may be a flower, two are not.</summary>
    public static bool IsPeople(LocalText text) =>
        new PrivacyText(text.Vi, true) is var read && PrivacyLexicon.Shipped.Match(Topic.Ethnic, read, 0) == read.Tokens.Count;

    private static Finding? Of(string text, bool vietnamese, AskedAs asked)
    {
        if (text.Length == 0)
            return null;
        var read = new PrivacyText(text, vietnamese);
        return new PrivacySentence(read, Spans(read), Forbidding.Of(read, PrivacyLexicon.Shipped), asked).Found();
    }

    private static readonly Topic[] Classes =
    [
        Topic.Neutral,
        Topic.Who,
        Topic.Bearers,
        Topic.Subjects,
        Topic.Trait,
        Topic.People,
        Topic.Work,
        Topic.Count,
    ];

    /// <summary>What the text is about, from left to right: of several phrases that begin at one word, the longest.</summary>
    private static List<TextSpan> Spans(PrivacyText text)
    {
        var spans = new List<TextSpan>();
        for (var at = 0; at < text.Tokens.Count; )
        {
            var (topic, end) = Classes.Select(c => (c, End: PrivacyLexicon.Shipped.Match(c, text, at))).MaxBy(m => m.End);
            if (end > at)
                spans.Add(new(topic, at, end));
            at = Math.Max(end, at + 1);
        }
        return spans;
    }
}

/// <param name="To">Behind its last word.</param>
internal sealed record TextSpan(Topic Topic, int From, int To);
