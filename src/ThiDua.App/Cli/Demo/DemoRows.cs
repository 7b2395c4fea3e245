using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Cli.Demo;

/// <summary>
/// Lets those who keep the sample's registers write the rows that its file tells, and do and confirm what is to be done with them.
/// What another plan's units do not have is left out.
/// </summary>
internal sealed class DemoRows(
    Func<string, Func<IServiceProvider, Task<bool>>, Task<bool>> act,
    AssumedClock clock,
    IReadOnlyList<(UnitRow Unit, string UserName, string Who)> officers,
    CancellationToken cancellationToken
)
{
    private const string Commune = "xa",
        Writer = "vanphong",
        Office = "phochutich",
        Confirm = "confirm";

    /// <summary>The year that the file's days are in.</summary>
    private const int Year = 2024;

    private readonly Dictionary<string, string> keys = [];
    private readonly List<string> confirmed = [];
    private readonly List<string> mistakes = [];

    public async Task Write(Pack pack, UnitRow commune, DateOnly launched, DateOnly today)
    {
        foreach (var row in SampleRows.Read(SampleRows.File))
        {
            var unit = row.By == Commune ? commune : officers.FirstOrDefault(o => o.UserName == row.By).Unit;
            if (unit is null || pack.Register(row.Register) is not { } register || Typed(register, row, today) is not { } typed)
                continue;
            var day = Later(Written(register, typed), launched.AddDays(3), today.AddDays(-2));
            clock.Set(day, new TimeOnly(8 + (keys.Count % 9), keys.Count * 7 % 60));
            // What a unit is given to do the office writes.
            if (await Save(register, unit, row.By == Commune || register.Due is not null ? Writer : row.By, row, typed) is not { } id)
                continue;
            keys[row.Key ?? $"-{keys.Count}"] = id;
            await Do(register, row, id, Later(day.AddDays(6), day, today.AddDays(-1)));
        }
        Done(mistakes.Count == 0, string.Join('\n', mistakes));
        clock.Set(today.AddDays(-1), new TimeOnly(9, 30));
        foreach (var rows in confirmed.Chunk(MoveCase.MostAtOnce))
            await act(
                Office,
                async s =>
                    Done(
                        (await s.GetRequiredService<MoveCase>().Batch(rows, Confirm, null, cancellationToken)).All(m => m.Outcome.Ok),
                        Confirm
                    )
            );
    }

    private static bool Done(bool ok, string what) => ok ? true : throw new InvalidOperationException($"sample rows: {what}");

    /// <summary>On the row's own day, or when the last of what it tells was done.</summary>
    private static DateOnly Written(RegisterDefinition register, Dictionary<string, string> typed) =>
        register
            .Form.Fields.Where(f => f.Past || f.Code == register.Date)
            .Select(f => DateKind.Day(typed.GetValueOrDefault(f.Code)))
            .OfType<DateOnly>()
            .Max();

    private static DateOnly Later(DateOnly day, DateOnly first, DateOnly last) =>
        day > last ? last
        : day < first ? first
        : day;

    /// <summary>As a form would send it; null where it cannot be written here or on this day.</summary>
    private Dictionary<string, string>? Typed(RegisterDefinition register, SampleRow row, DateOnly today)
    {
        var typed = new Dictionary<string, string>();
        foreach (var (code, values) in row.Values)
        {
            var field = register.Form.Field(code) ?? throw new FormatException($"{row.Register}: {code}");
            var shifted = field.Kind switch
            {
                FieldKinds.Date => values.Select(v => DateOnly.ParseExact(v, "yyyy-MM-dd").AddYears(today.Year - Year)),
                _ => null,
            };
            if (shifted is not null && field.Past && shifted.Any(d => d > today))
                return null;
            var found = shifted?.Select(d => d.ToString("yyyy-MM-dd", null)) ?? values.Select(v => Named(field, v));
            if (found.Contains(null))
                return null;
            typed[code] = string.Join(' ', found);
        }
        return typed;
    }

    private string? Named(FormField field, string value) =>
        field.Kind switch
        {
            FieldKinds.Unit => officers.FirstOrDefault(o => o.UserName == value).Unit?.PublicId,
            FieldKinds.Officer => officers.FirstOrDefault(o => o.UserName == value).Who,
            FieldKinds.Row => keys.GetValueOrDefault(value),
            _ => value,
        };

    private async Task<string?> Save(
        RegisterDefinition register,
        UnitRow unit,
        string userName,
        SampleRow row,
        Dictionary<string, string> typed
    )
    {
        string? id = null;
        await act(
            userName,
            async s =>
            {
                await Choose(s, register, unit, typed);
                var input = new SaveRowInput(register.Code, unit.PublicId, typed, new Dictionary<string, string>());
                var saved = await s.GetRequiredService<SaveRow>().Handle(input, cancellationToken);
                id = saved.Value?.Id;
                mistakes.AddRange(saved.Errors.Select(e => $"{register.Code} {row.By} {typed[register.Date]} {e.Field}: {e.Message}"));
                return saved.Ok;
            }
        );
        return id;
    }

    /// <summary>What only the running system has to choose from: tasks and targets by a word of theirs, officers by name.</summary>
    private async Task Choose(IServiceProvider services, RegisterDefinition register, UnitRow unit, Dictionary<string, string> typed)
    {
        var fields = register.Form.Fields.Where(f =>
            typed.ContainsKey(f.Code) && f.Kind is FieldKinds.Task or FieldKinds.Target or FieldKinds.Officer
        );
        var names = fields.Any()
            ? await services.GetRequiredService<FormNameSources>().Of(register.Form, unit.Id, cancellationToken)
            : null;
        foreach (var field in fields)
        {
            var word = SearchText.Fold(typed[field.Code]);
            typed[field.Code] =
                names!.Of(field).FirstOrDefault(n => SearchText.Fold(n.Name).Contains(word, StringComparison.Ordinal))?.Key ?? "";
        }
    }

    /// <summary>What the unit does itself it does; the rest is the office's.</summary>
    private async Task Do(RegisterDefinition register, SampleRow row, string id, DateOnly day)
    {
        if (row.Do is null)
        {
            if (register.Flow == Packs.Reading.RegisterReader.UsualFlow)
                confirmed.Add(id);
            return;
        }
        foreach (var (number, words) in row.Do.Index())
        {
            clock.Set(day, new TimeOnly(14 + number, 10));
            var (code, reason) = words.Split(": ", 2) is [var c, var r] ? (c, r) : (words, null);
            var own = code == "report" && row.By != Commune;
            await act(
                own ? row.By : Office,
                async s =>
                    Done(
                        (await s.GetRequiredService<MoveCase>().Handle(new(id, code, reason), cancellationToken)).Ok,
                        $"{row.Register} {row.Key}: {code}"
                    )
            );
        }
    }
}
