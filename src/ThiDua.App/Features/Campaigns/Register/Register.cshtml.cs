using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns.Register;

/// <summary>A unit's registration: written and filed by the unit, received by the office.</summary>
[Needs<Case>(Permission.ViewProgress, "id")]
public sealed class RegisterModel(AppDb db, MoveCase move, CaseViews views, SaveRegistration save, Viewer viewer, TimeProvider clock)
    : CasePage(db, move)
{
    public Registration Registration { get; private set; } = null!;
    public string Unit { get; private set; } = "";

    /// <summary>Whether this person may write it now.</summary>
    public bool MayWrite { get; private set; }
    public RegistrationWords Words { get; private set; } = new(null, null);

    [FromQuery]
    public bool Saved { get; set; }

    public async Task<IActionResult> OnPost(
        string? act,
        string? reason,
        string? targets,
        string? plan,
        int version,
        CancellationToken cancellationToken
    )
    {
        // Emptied fields arrive as null: what is asked is whether the form was sent.
        var words = Request.Form.ContainsKey(nameof(targets)) ? new RegistrationWords(targets, plan) : null;
        if (act is null && words is not null)
            return await Save(words, version, cancellationToken);
        var answer = await Move(act ?? "", reason, version, act == RegistrationCase.File ? words : null, cancellationToken);
        // What was typed stays, filed or not.
        Words = words ?? Words;
        return answer;
    }

    protected override Task<string> Next(CancellationToken cancellationToken) => Task.FromResult($"/registrations/{Id}");

    protected override async Task<bool> Load(CancellationToken cancellationToken)
    {
        var found = await Db
            .Registrations.Include(r => r.Case)
            .Include(r => r.Campaign)
            .FirstOrDefaultAsync(r => r.Case.PublicId == Id, cancellationToken);
        if (found is null)
            return false;
        Registration = found;
        Words = new(found.Targets, found.Plan);
        var today = clock.Today();
        Unit = (await UnitQueries.Find(Db, found.UnitId, today, cancellationToken))?.Name ?? "";
        var all = await views.Of(found.Case, [], cancellationToken);
        MayWrite =
            all.State.Editable
            && !found.Case.Shelved
            && viewer.Can(Permission.FillReport, await UnitQueries.Path(Db, found.UnitId, today, cancellationToken));
        // Filing takes what stands in the form along, so its button is the form's.
        View = all with
        {
            Acts = [.. all.Acts.Where(a => a.Code != RegistrationCase.File)],
        };
        return true;
    }

    private async Task<IActionResult> Save(RegistrationWords words, int version, CancellationToken cancellationToken)
    {
        var outcome = await save.Handle(new(Id, version, words), cancellationToken);
        if (outcome.Ok)
            return LocalRedirect($"/registrations/{Id}?saved=true");
        var answer = await After(outcome, null, cancellationToken);
        Words = words;
        return answer;
    }
}
