namespace ThiDua.App.Packs.Privacy;

/// <summary>One text on trial: what it is about, word for word, and what of it is only forbidden.</summary>
internal sealed class PrivacySentence(PrivacyText text, IReadOnlyList<TextSpan> spans, bool[] forbidden, AskedAs asked)
{
    private static readonly PrivacyLexicon Lexicon = PrivacyLexicon.Shipped;

    // What an enumeration went on from: "đồng bào các tôn giáo, dân tộc" is about communities to its end.
    private bool goesOn;

    private bool Asks => asked.Place is TextPlace.Title or TextPlace.Label;

    public Finding? Found()
    {
        if (Asks && !asked.Work && IsAll(Topic.Whole) && !(asked.Choice && IsAll(Topic.Ethnic)))
            return new(Breach.OwnTrait, text.Words(0, text.Tokens.Count));
        for (var at = 0; at < spans.Count; at++)
            if (!forbidden[spans[at].From] && Of(at) is { } breach)
                return new(breach, text.Words(spans[at].From, spans[at].To));
        return NamesSomebody() ? new(Breach.Named, text.Words(0, text.Tokens.Count)) : null;
    }

    private Breach? Of(int at) =>
        spans[at].Topic switch
        {
            Topic.Who => Breach.Who,
            Topic.Trait or Topic.Bearers => Trait(at),
            Topic.Subjects => Subject(at),
            _ => null,
        };

    private Breach? Trait(int at)
    {
        if (IsOfSomebody(at))
            return Breach.OwnTrait;
        if (asked.People && asked.Place != TextPlace.Label)
            return Breach.CountedTrait;
        goesOn &= at > 0 && spans[at - 1].Topic is Topic.Trait or Topic.Bearers && !Ended(spans[at - 1].To, spans[at].From);
        var breach = Judged(at);
        goesOn = breach is null;
        return breach;
    }

    private Breach? Judged(int at)
    {
        var (own, bearer) = (spans[at], spans[at].Topic == Topic.Bearers);
        // In English what is counted follows: "religious organisations", "religious households".
        var next = spans.Skip(at + 1).FirstOrDefault(s => s.Topic != Topic.Trait);
        var follows = next is not null && !Parted(own.To, next.From) && next.From - own.To <= 1 + Between(at) ? next.Topic : (Topic?)null;
        if (!bearer && follows == Topic.Work)
            return null;
        var before = Before(at);
        if (before?.Topic == Topic.Count)
            return Breach.CountedTrait;
        if (before?.Topic == Topic.People)
            return Asks || asked.Place == TextPlace.Words || Verb(own.From) ? Breach.CountedTrait : null;
        if (before?.Topic == Topic.Work)
            return bearer && Asks && Head(at) == Topic.People ? Breach.CountedTrait : null;
        if (!bearer && follows == Topic.People)
            return Breach.CountedTrait;
        if (asked.Work || goesOn || asked.Place == TextPlace.Words)
            return null;
        return Asks || Verb(own.From) ? Breach.OwnTrait : null;
    }

    private Breach? Subject(int at)
    {
        var own = spans[at];
        if (asked.Member)
            return Breach.Subjects;
        if (asked.Number)
            return null;
        if (asked.People || (Asks && Watched(own.From)))
            return Breach.Subjects;
        if (asked.Work)
            return null;
        var before = Before(at)?.Topic;
        return asked.Place switch
        {
            TextPlace.Title => before is null ? Breach.Subjects : null,
            TextPlace.Label => before is null or Topic.People ? Breach.Subjects : null,
            TextPlace.Help => before is null && Verb(own.From) ? Breach.Subjects : null,
            _ => null,
        };
    }

    /// <summary>"Tôn giáo của từng người": somebody's own.</summary>
    private bool IsOfSomebody(int at)
    {
        if (spans[at].Topic != Topic.Trait || at + 1 == spans.Count || spans[at + 1].Topic != Topic.People)
            return false;
        return text
            .Tokens.Skip(spans[at].To)
            .Take(spans[at + 1].From - spans[at].To)
            .Any(t => t.Folded is "cua" or "tung" or "moi" or "of");
    }

    /// <summary>What is spoken of before, in one breath with it; of a count only where it counts this.</summary>
    private TextSpan? Before(int at)
    {
        for (var other = at - 1; other >= 0 && !Parted(spans[other].To, spans[at].From); other--)
            switch (spans[other].Topic)
            {
                case Topic.People or Topic.Work:
                    return spans[other];
                case Topic.Count when spans[at].From - spans[other].To <= 1:
                    return spans[other];
            }
        return null;
    }

    private Topic? Head(int at) => spans.Take(at).FirstOrDefault(s => s.Topic is Topic.People or Topic.Work)?.Topic;

    private int Between(int at) => spans.Skip(at + 1).TakeWhile(s => s.Topic == Topic.Trait).Sum(s => s.To - s.From);

    private bool Parted(int from, int to) => text.Tokens.Skip(from).Take(to - from).Any(t => t.IsBreak);

    private bool Ended(int from, int to) => text.Tokens.Skip(from).Take(to - from).Any(t => t.IsEnd);

    /// <summary>Somebody is told to write what follows.</summary>
    private bool Verb(int before)
    {
        for (var at = before - 1; at >= 0 && !text.Tokens[at].IsBreak; at--)
            if (Lexicon.Match(Topic.Verbs, text, at) > at || Lexicon.Match(Topic.NotNo, text, at) > at)
                return true;
        return false;
    }

    private bool Watched(int subject) =>
        Enumerable
            .Range(Math.Max(0, subject - 5), Math.Min(5, subject))
            .Any(at => Lexicon.Match(Topic.Watch, text, at) is > 0 and var end && subject - end is >= 0 and <= 2);

    private bool NamesSomebody()
    {
        if (!asked.Free || asked.Place != TextPlace.Label || forbidden.Any(f => f))
            return false;
        var from = 0;
        while (Lexicon.Match(Topic.Lead, text, from) is > 0 and var end)
            from = end;
        return Lexicon.Match(Topic.Named, text, from) > from;
    }

    private bool IsAll(Topic topic) => Lexicon.Match(topic, text, 0) is > 0 and var end && end == text.Tokens.Count;
}
