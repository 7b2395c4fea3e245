namespace ThiDua.App.Security;

/// <summary>How long a session lasts; set by configuration (<c>Sessions__OfficeIdle=00:30:00</c>), docs/operations.md.</summary>
public sealed class SessionLimits
{
    /// <summary>A working day with its evening; then everybody signs in again.</summary>
    public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Offices, leaders and administrators: much power, and machines that others pass by.</summary>
    public TimeSpan OfficeIdle { get; set; } = TimeSpan.FromHours(1);

    /// <summary>People who report for their own unit: on their own phone, picked up between other work, often without signal.</summary>
    public TimeSpan OfficerIdle { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Whoever holds several roles has the shortest time of them.</summary>
    public TimeSpan Idle(IEnumerable<string> roles) =>
        roles.Any(r => r is not (Roles.UnitOfficer or Roles.CouncilMember)) ? OfficeIdle : OfficerIdle;
}
