using ThiDua.Measures;

namespace ThiDua.App.Features.Campaigns.Launch;

/// <summary>What units of one kind owe from when.</summary>
/// <param name="Fresh">How many of them the launch creates.</param>
/// <param name="Figures">How many figures the first report asks.</param>
/// <param name="First">The first period owed; null when all that is asked is history.</param>
public sealed record KindDuty(
    string Kind,
    int Units,
    int Fresh,
    IReadOnlyList<Frequency> Frequencies,
    int Figures,
    Period? First,
    DateOnly? Due
);

/// <summary>One day of the first month, and what is due on it.</summary>
/// <param name="Period">Whose reports are due; null: so many tasks.</param>
public sealed record LaunchDate(DateOnly Day, Period? Period, int Count);

/// <summary>Who is late on the day of the launch itself.</summary>
/// <param name="From">The earliest first month with which nobody is; null where there is none.</param>
public sealed record LateAtOnce(int Reports, int Units, DateOnly? From);

/// <summary>What a launch would bring about.</summary>
/// <param name="History">Periods that may come in and that nobody owes.</param>
/// <param name="NoAccount">Units that are asked for something and in which nobody can sign in.</param>
/// <param name="NobodyTasks">Tasks that no unit leads.</param>
/// <param name="NowhereTasks">Tasks whose lead is named, and of which there is no unit yet.</param>
/// <param name="NobodyTargets">Targets that only the campaign's unit answers for.</param>
/// <param name="Shared">Figures that another campaign asks already.</param>
public sealed record LaunchPreview(
    DateOnly ReportsFrom,
    IReadOnlyList<DateOnly> Starts,
    IReadOnlyList<KindDuty> Duties,
    LateAtOnce Late,
    IReadOnlyList<Period> History,
    IReadOnlyList<string> NoAccount,
    IReadOnlyList<string> NobodyTasks,
    IReadOnlyList<string> NowhereTasks,
    IReadOnlyList<string> NobodyTargets,
    IReadOnlyList<LaunchDate> Dates,
    IReadOnlyList<(Campaign Campaign, int Figures)> Shared
);
