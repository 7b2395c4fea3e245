using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns;

/// <summary>What the unit wrote, as it files it.</summary>
public sealed record RegistrationWords(string? Targets, string? Plan)
{
    public static string Clean(string? typed) =>
        (typed ?? "").Normalize(System.Text.NormalizationForm.FormC).ReplaceLineEndings("\n").Trim();

    /// <summary>A unit that only leads tasks has no target to register.</summary>
    public bool IsEmpty => Clean(Targets).Length + Clean(Plan).Length == 0;

    public bool IsTooLong => Clean(Targets).Length > Registration.Longest || Clean(Plan).Length > Registration.Longest;
}

/// <summary>A unit's registration: drafted from its share of the plan, filed by the unit, received by the office.</summary>
public sealed class RegistrationCase(AppDb db, IStringLocalizer<Text> text) : ICaseKind
{
    public const string Kind = "registration",
        Draft = "draft",
        Filed = "filed",
        Returned = "returned",
        Received = "received",
        File = "file";

    public string Code => Kind;

    public IReadOnlyList<string> States => [Draft, Filed, Returned, Received];

    public IReadOnlyList<string> Acts => [File];

    public string Href(string publicId) => $"/registrations/{publicId}";

    public string? ViewPermission => Permission.ViewProgress;

    public async Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Act.Code != File)
            return Outcome.Done;
        var kept = await Find(move, cancellationToken);
        var words = move.Content as RegistrationWords ?? new(kept.Targets, kept.Plan);
        if (words.IsTooLong)
            return Outcome.Refused("targets", text["RegistrationLong", Registration.Longest]);
        return words.IsEmpty ? Outcome.Refused("targets", text["RegistrationEmpty"]) : Outcome.Done;
    }

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        if (move.Content is not RegistrationWords words)
            return Outcome.Done;
        var kept = await Find(move, cancellationToken);
        (kept.Targets, kept.Plan) = (RegistrationWords.Clean(words.Targets), RegistrationWords.Clean(words.Plan));
        return Outcome.Done;
    }

    private Task<Registration> Find(CaseMove move, CancellationToken cancellationToken) =>
        db.Registrations.SingleAsync(r => r.Id == move.Case.Id, cancellationToken);
}
