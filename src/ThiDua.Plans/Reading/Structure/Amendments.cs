namespace ThiDua.Plans.Reading.Structure;

/// <summary>The text that an amending document quotes ("… như sau:" and then “2. … ”): its numbers are another document's.</summary>
internal static class Amendments
{
    // No quoted passage is longer; an unclosed mark must not hide the rest of a document.
    private const int Longest = 120;
    private const int Deepest = 8;

    /// <summary>Index of the last paragraph of a passage that opens at this one; the index before it when none does.</summary>
    public static int End(List<Paragraph> paragraphs, int at)
    {
        var text = paragraphs[at].Text;
        if (
            text[0] is not ('“' or '"')
            || !MarkerReader.Read(text[1..Math.Min(text.Length, 40)]).Numbered && !(at > 0 && paragraphs[at - 1].Text.EndsWith(':'))
        )
            return at - 1;
        var open = 0;
        for (var i = at; i < paragraphs.Count && i < at + Longest; i++)
        {
            open += Balance(paragraphs[i].Text, open > 0);
            if (open <= 0)
                return i;
            if (open > Deepest)
                break;
        }
        return at - 1;
    }

    private static int Balance(string text, bool within)
    {
        var balance = 0;
        foreach (var c in text)
        {
            if (c is '“')
                balance++;
            else if (c is '”')
                balance--;
            else if (c is '"')
                balance += within || balance > 0 ? -1 : 1;
        }
        return balance;
    }
}
