using System.Security.Cryptography;
using System.Text;

namespace ThiDua.App.Imports;

/// <summary>What a dry run found.</summary>
public sealed record ImportCheck
{
    /// <summary>Rows that are shown, those with questions first.</summary>
    public const int MostShown = 200;

    public int Rows { get; init; }
    public int New { get; init; }
    public int Changed { get; init; }
    public int Same { get; init; }
    public int Pending { get; init; }
    public int Blank { get; init; }
    public int ErrorCount { get; init; }
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    /// <summary>Rows with questions.</summary>
    public int Questions { get; init; }
    public IReadOnlyList<UnderstoodRow> Shown { get; init; } = [];

    /// <summary>Hash of every value as understood and of what held beside it: what is applied is what was looked at.</summary>
    public string Seen { get; init; } = "";

    /// <summary>It was applied in between, and something else held by then: this is a new dry run.</summary>
    public bool Stale { get; init; }
    public bool Ok => ErrorCount == 0;
}

/// <summary>Adds up a dry run row by row; keeps only what is shown.</summary>
public sealed class CheckTally : IDisposable
{
    private readonly IncrementalHash seen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<UnderstoodRow> first = [],
        asked = [];
    private readonly int[] states = new int[Enum.GetValues<RowState>().Length];
    private int questions;

    public void Add(UnderstoodRow row)
    {
        states[(int)row.State]++;
        var said = string.Concat(row.Values.Select(v => $"|{v.Value}|{v.Holds}"));
        seen.AppendData(Encoding.UTF8.GetBytes($"{row.Line}|{row.What}{said}\n"));
        questions += row.Questions.Count > 0 ? 1 : 0;
        var rows = row.Questions.Count > 0 ? asked : first;
        if (rows.Count < ImportCheck.MostShown)
            rows.Add(row);
    }

    public ImportCheck Result(IImportIntake intake, RowErrors errors) =>
        new()
        {
            Rows = intake.Count,
            New = states[(int)RowState.New],
            Changed = states[(int)RowState.Changed],
            Same = states[(int)RowState.Same] + intake.Blank,
            Pending = states[(int)RowState.Pending],
            Blank = intake.Blank,
            ErrorCount = errors.Count,
            Errors = errors.Found,
            Questions = questions,
            Shown = [.. asked, .. first.Take(ImportCheck.MostShown - asked.Count)],
            Seen = Convert.ToHexStringLower(seen.GetHashAndReset()),
        };

    public void Dispose() => seen.Dispose();
}
