using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers.Copying;

/// <param name="Day">Of its copy, as it stands in the entry.</param>
public sealed record CopiedRow(string Id, string Title, string Unit, DateOnly Date, string Day, bool Picked);

/// <summary>The rows of a year before, to be done again this year.</summary>
[NeedsSomewhere(Permission.FillRegister)]
public sealed class CopyModel(RegisterQueries registers, CopyRows copy, TimeProvider clock) : PageModel
{
    public RegisterDefinition Register { get; private set; } = null!;
    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<CopiedRow> Rows { get; private set; } = [];
    public bool IsCut { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public Task<IActionResult> OnGet(string code, int? year, CancellationToken cancellationToken) =>
        Show(code, year, new Dictionary<string, string>(), cancellationToken);

    /// <param name="pick">Public ids of the rows that were ticked; each has its day beside it.</param>
    public async Task<IActionResult> OnPost(string code, int? year, IReadOnlyList<string> pick, CancellationToken cancellationToken)
    {
        var days = pick.Distinct().Take(MoveCase.MostAtOnce).ToDictionary(id => id, id => Request.Form[$"day-{id}"].ToString());
        var outcome = await copy.Handle(new(code, days), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect($"/registers/{code}?copied={outcome.Value!.Count}");
        Errors = outcome.Errors;
        return await Show(code, year, days, cancellationToken);
    }

    private async Task<IActionResult> Show(
        string code,
        int? year,
        IReadOnlyDictionary<string, string> days,
        CancellationToken cancellationToken
    )
    {
        if (registers.Find(code) is not var (_, register) || !RowCopies.May(register))
            return NotFound();
        var today = clock.Today();
        (Register, Year) = (register, year is >= 1900 and <= 2199 ? year.Value : today.Year - 1);
        Years = [today.Year - 1, today.Year - 2, today.Year - 3];
        var units = (await registers.Writable(register, cancellationToken)).ToDictionary(u => u.Id, u => u.Name);
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var rows = await registers
            .Rows(code)
            .Where(r => units.Keys.Contains(r.UnitId) && r.Date >= first && r.Date <= last && r.Case.State != RowCase.Cancelled)
            .OrderBy(r => r.Date)
            .ThenBy(r => r.Id)
            .Take(MoveCase.MostAtOnce + 1)
            .Select(r => new
            {
                r.Case.PublicId,
                r.Case.Title,
                r.UnitId,
                r.Date,
            })
            .ToListAsync(cancellationToken);
        IsCut = rows.Count > MoveCase.MostAtOnce;
        Rows =
        [
            .. rows.Take(MoveCase.MostAtOnce)
                .Select(r => new CopiedRow(
                    r.PublicId,
                    r.Title,
                    units[r.UnitId],
                    r.Date,
                    days.GetValueOrDefault(r.PublicId)
                        ?? RowCopies
                            .Shifted(r.Date, r.Date, new(today.Year, 1, 1))
                            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    days.ContainsKey(r.PublicId)
                )),
        ];
        return Page();
    }
}
