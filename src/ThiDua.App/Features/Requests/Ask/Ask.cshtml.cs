using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Requests.Ask;

/// <summary>The form by which an office asks for figures: what, by when, of whom.</summary>
[NeedsSomewhere(Permission.RunCampaign)]
public sealed class AskModel(AskFigures ask, AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock) : PageModel
{
    /// <summary>The event that starts the pack's term for an answer.</summary>
    private const string Sent = "request.sent";

    private const int Morning = 7,
        Evening = 17,
        Forenoon = 10;

    public AskFiguresInput Input { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The kinds that were ticked, where the form comes back.</summary>
    public string Asked { get; private set; } = "";
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    /// <summary>The kinds of which there are several, to be asked all at once, with how many there are.</summary>
    public IReadOnlyList<(string Kind, string Name, int Count)> Kinds { get; private set; } = [];
    public IReadOnlyList<PackIndicator> Indicators => [.. packs.Default.Indicators.Where(i => i.Source == FigureSource.Reported)];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (await Load(cancellationToken) is not { } office)
            return NotFound();
        var due = Proposed();
        Input = new(
            office.PublicId,
            null,
            null,
            null,
            due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            due.ToString("HH:mm", CultureInfo.InvariantCulture),
            []
        );
        return Page();
    }

    public async Task<IActionResult> OnPost(
        string? title,
        string? questions,
        string? note,
        string? day,
        string? time,
        string[] units,
        string[] kinds,
        CancellationToken cancellationToken
    )
    {
        if (await Load(cancellationToken) is not { } office)
            return NotFound();
        var chosen = Units.Where(u => kinds.Contains(u.Kind)).Select(u => u.PublicId).Union(units).ToList();
        Input = new(office.PublicId, title, questions, note, day, time, chosen);
        Asked = string.Join(' ', kinds);
        var outcome = await ask.Handle(Input, cancellationToken);
        if (outcome.Value is { } request)
            return LocalRedirect($"/requests/{request.Case.PublicId}");
        Errors = outcome.Errors;
        return outcome.Missing ? NotFound() : Page();
    }

    /// <summary>The highest unit where the viewer runs campaigns, with what lies right below it.</summary>
    private async Task<UnitRow?> Load(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (viewer.Scopes(Permission.RunCampaign).MinBy(p => p.Length) is not { } path)
            return null;
        var office = await UnitQueries.Find(db, UnitVersion.PathIds(path).Last(), today, cancellationToken);
        Units = await UnitQueries.Children(db, UnitVersion.PathIds(path).Last(), today, cancellationToken);
        Kinds =
        [
            .. Units
                .GroupBy(u => u.Kind)
                .Where(g => g.Count() > 1)
                .Select(g => (g.Key, packs.Default.UnitKind(g.Key)?.Label.Here() ?? g.Key, g.Count())),
        ];
        return office;
    }

    /// <summary>By the pack's rule; where it has none, at the end of the working day.</summary>
    private DateTimeOffset Proposed()
    {
        var now = clock.GetUtcNow();
        var ruled = new DeadlineBook(packs.Default).Of(Sent, new DeadlineClock(now)).FirstOrDefault()?.Moment.Ends;
        var due = (ruled ?? now.AddHours(4)).Local();
        // On the hour, and in the hours of work: nobody is asked by 14:37 or at night.
        due = due.AddMinutes(-due.Minute).AddSeconds(-due.Second);
        return due.Hour > Evening ? due.AddHours(24 - due.Hour + Forenoon)
            : due.Hour < Morning ? due.AddHours(Forenoon - due.Hour)
            : due;
    }
}
