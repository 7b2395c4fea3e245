using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Notices.Settings;

/// <summary>Which notices I want.</summary>
[SignedIn]
public sealed class SettingsModel(MuteNotices mute) : PageModel
{
    public IReadOnlySet<NoticeKind> Muted { get; private set; } = new HashSet<NoticeKind>();
    public bool Saved { get; private set; }

    public async Task OnGet(bool saved, CancellationToken cancellationToken) =>
        (Muted, Saved) = (await mute.Mine(cancellationToken), saved);

    public async Task<IActionResult> OnPost(IReadOnlyList<NoticeKind> wanted, CancellationToken cancellationToken)
    {
        await mute.Handle(wanted.ToHashSet(), cancellationToken);
        return LocalRedirect("/notices/settings?saved=true");
    }
}
