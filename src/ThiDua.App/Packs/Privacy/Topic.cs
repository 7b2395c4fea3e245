namespace ThiDua.App.Packs.Privacy;

/// <summary>The topics of <c>vocabulary.txt</c>, each by the name of its section.</summary>
internal enum Topic
{
    Neutral,
    Who,
    People,
    Work,
    Count,
    Trait,
    Bearers,
    Ethnic,
    Whole,
    Named,
    Subjects,
    Watch,
    Lead,
    Verbs,
    No,
    NotNo,
    Turns,
    Except,
}
