using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.FirstRun;

[OpenToAll("there is no account yet; the console's code protects it, and it is gone once used")]
public sealed class FirstRunModel(CreateSystem create, IValidator<CreateSystemInput> validator, SystemState state, PackShelf packs)
    : PageModel
{
    public CreateSystemInput Input { get; private set; } = new() { UnitKind = "commune", AlsoOffice = true };
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Somebody else was first.</summary>
    public bool Already { get; private set; }
    public IEnumerable<(string Code, string Label)> Kinds =>
        packs.UnitKinds.Where(k => k.Territorial).Select(k => (k.Code, k.Label.Here()));

    public async Task<IActionResult> OnGet() => await state.IsSetUp() ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPost([FromForm] CreateSystemInput input, CancellationToken cancellationToken)
    {
        Input = input;
        if (Already = await state.IsSetUp())
            return Page();
        Errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (Errors.Count > 0)
            return Page();
        var outcome = await create.Handle(input, cancellationToken);
        if (Already = outcome.Missing)
            return Page();
        Errors = outcome.Errors;
        return Errors.Count > 0 ? Page() : LocalRedirect("/sign-in");
    }
}
