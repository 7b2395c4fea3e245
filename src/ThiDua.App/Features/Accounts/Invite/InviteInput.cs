using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Accounts.Rights;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Invite;

public sealed record InviteInput(string? FullName = null, string? UserName = null, string Role = Roles.UnitOfficer, DateOnly? To = null);

public sealed class InviteValidator : AbstractValidator<InviteInput>
{
    public InviteValidator(RoleBook book, TimeProvider clock, IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.FullName)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(AccountLimits.Name)
            .WithMessage(_ => text["NameTooLong"]);
        RuleFor(i => i.UserName).Must(UserNames.IsOne).WithMessage(_ => text["UserNameBad"]);
        RuleFor(i => i.Role).Must(r => book.All.Contains(r)).WithMessage(_ => text["RoleUnknown"]);
        RuleFor(i => i.To)
            .Must(to => to is null || to >= clock.Today())
            .WithMessage(_ => text["ToBeforeFrom"])
            .Must(RoleDays.IsUsual)
            .WithMessage(_ => text["DayUnusual"]);
    }
}
