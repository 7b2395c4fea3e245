using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Requests.Answer;

/// <summary>What is asked of one unit, and its answer.</summary>
[Needs<Case>(Permission.FillReport, "id")]
public sealed class AnswerModel(RequestQueries queries, AnswerFigures answer, AppDb db, TimeProvider clock, IStringLocalizer<Text> text)
    : PageModel
{
    public FigureAnswer Found { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public FormView View { get; private set; } = null!;
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public bool Open => Found.Request!.Case.State == RequestCase.Open;
    public bool Answered => Found.Case.State == AnswerCase.Answered;
    public bool Late => clock.GetUtcNow() > Found.Request!.DueAt;

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken) =>
        await Load(id, null, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, int version, CancellationToken cancellationToken)
    {
        if (!await Load(id, null, cancellationToken))
            return NotFound();
        var typed = FormPosts.Read(View.Form, Request.Form).Typed;
        var outcome = await answer.Handle(new(id, typed, version), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        if (outcome.Ok)
            return LocalRedirect(Request.Path);
        Errors = outcome.Errors;
        db.ChangeTracker.Clear();
        await Load(id, typed, cancellationToken);
        return Page();
    }

    private async Task<bool> Load(string id, IReadOnlyDictionary<string, string>? typed, CancellationToken cancellationToken)
    {
        if (await queries.Answer(id, cancellationToken) is not { } found)
            return false;
        Found = found;
        Unit = (await UnitQueries.Find(db, found.Case.UnitId, clock.Today(), cancellationToken))?.Name ?? "";
        var form = RequestFields.Form(RequestFields.Parse(found.Request!.Fields), text);
        var kept = RequestFields.Values(found.Content);
        var shown =
            Answered && !Open
                ? kept
                : typed
                    ?? kept.ToDictionary(
                        v => v.Key,
                        v => FieldKinds.Of(form.Field(v.Key)!).Typed(form.Field(v.Key)!, v.Value, FormNames.None)
                    );
        View = new(form, shown, FormNames.None) { Errors = Errors };
        return true;
    }
}
