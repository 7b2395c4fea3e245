using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Help.Contact;

public sealed record ContactInput(string? Name = null, string? Phone = null, string? Hours = null);

public sealed class ContactValidator : AbstractValidator<ContactInput>
{
    public ContactValidator(IStringLocalizer<Text> text, IStringLocalizer<SharedText> shared)
    {
        RuleFor(i => i.Name)
            .Must(n => NameText.Clean(n).Length > 0)
            .WithMessage(_ => shared["Required"])
            .MaximumLength(OfficeContact.MostName)
            .WithMessage(_ => text["TooLong", OfficeContact.MostName]);
        RuleFor(i => i.Phone)
            .Must(p => !string.IsNullOrWhiteSpace(p))
            .WithMessage(_ => shared["Required"])
            .Must(PhoneNumbers.IsOne)
            .WithMessage(_ => shared["PhoneBad"]);
        RuleFor(i => i.Hours).MaximumLength(OfficeContact.MostHours).WithMessage(_ => text["TooLong", OfficeContact.MostHours]);
    }
}

/// <summary>Sets whom the people of a unit and of all below it call.</summary>
public sealed class SaveContact(AppDb db, Viewer viewer, OfficeContacts.Known known)
{
    public async Task<Outcome> Handle(UnitRow unit, ContactInput input, CancellationToken cancellationToken)
    {
        if (!viewer.Can(Permission.ManageAccounts, unit.Path))
            return Outcome.NotFound;
        var (name, phone) = (NameText.Clean(input.Name), PhoneNumbers.Clean(input.Phone)!);
        var hours = NameText.Clean(input.Hours) is { Length: > 0 } given ? given : null;
        var contact = await db.Set<OfficeContact>().FirstOrDefaultAsync(c => c.UnitId == unit.Id, cancellationToken);
        if (contact is null)
            db.Add(
                new OfficeContact
                {
                    UnitId = unit.Id,
                    Name = name,
                    Phone = phone,
                    Hours = hours,
                }
            );
        else
            (contact.Name, contact.Phone, contact.Hours) = (name, phone, hours);
        viewer.Record("unit.contact", "unit", unit.PublicId, unit.Id);
        await db.SaveChangesAsync(cancellationToken);
        known.Forget();
        return Outcome.Done;
    }
}
