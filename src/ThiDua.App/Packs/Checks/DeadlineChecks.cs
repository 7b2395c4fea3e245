using ThiDua.App.Packs.Reading;
using ThiDua.Measures;

namespace ThiDua.App.Packs.Checks;

/// <summary>Rules of time that fit together: no two versions of a rule on one day, no extension that shortens.</summary>
internal static class DeadlineChecks
{
    public static void Run(PackDraft draft)
    {
        var calendars = References.Unique(draft.Calendars, c => c.Code);
        foreach (var calendar in draft.Calendars)
        {
            References.Basis(calendar, calendar.Value.Verified, calendar.Value.Basis);
        }
        Versions(draft.Deadlines);
        foreach (var rule in draft.Deadlines)
        {
            References.Basis(rule, rule.Value.Verified, rule.Value.Basis);
            References.Dates(rule, rule.Value.ValidFrom, rule.Value.ValidTo);
            if (rule.Value is PeriodDeadline period)
            {
                Calendar(rule, period, draft.Calendars, calendars);
            }
            else if (rule.Value is EventDeadline dated)
            {
                Term(rule, dated);
            }
        }
    }

    private static void Versions(IReadOnlyList<Placed<DeadlineRule>> all)
    {
        foreach (var versions in all.Where(r => r.Value.Code.Length > 0).GroupBy(r => r.Value.Code, StringComparer.Ordinal))
        {
            var before = new List<Placed<DeadlineRule>>();
            foreach (var rule in versions)
            {
                if (before.FirstOrDefault(b => Overlap(b.Value, rule.Value)) is { } other)
                {
                    rule.Add(
                        "code",
                        $"\"{rule.Value.Code}\" đã có ở {other.At.File}, dòng {other.At.Map.Line}, cùng thời gian hiệu lực.",
                        $"\"{rule.Value.Code}\" stands already in {other.At.File}, line {other.At.Map.Line}, for the same time.",
                        new("validFrom, validTo không trùng nhau", "validFrom and validTo that do not overlap")
                    );
                }
                before.Add(rule);
            }
        }
    }

    private static bool Overlap(DeadlineRule one, DeadlineRule other) =>
        (one.ValidFrom ?? DateOnly.MinValue) <= (other.ValidTo ?? DateOnly.MaxValue)
        && (other.ValidFrom ?? DateOnly.MinValue) <= (one.ValidTo ?? DateOnly.MaxValue);

    private static void Calendar(
        Placed<DeadlineRule> rule,
        PeriodDeadline period,
        IReadOnlyList<Placed<PackCalendar>> all,
        HashSet<string> known
    )
    {
        if (
            References.Known(rule, "calendar", period.Calendar, known, new("lịch kỳ", "calendar"))
            && all.FirstOrDefault(c => c.Value.Code == period.Calendar) is { } calendar
            && !calendar.Value.Frequencies.Contains(period.Frequency)
        )
        {
            rule.Add(
                "frequency",
                $"Lịch \"{calendar.Value.Code}\" không có kỳ này.",
                $"The calendar \"{calendar.Value.Code}\" has no such period.",
                Wording.Listed(calendar.Value.Frequencies.Select(f => f.ToString().ToLowerInvariant()))
            );
        }
    }

    private static void Term(Placed<DeadlineRule> rule, EventDeadline dated)
    {
        if (dated.Term.Unit == TermUnit.Hours && rule.At.NodeAt("dayOff") is not null)
        {
            rule.Add(
                "dayOff",
                "Thời hạn tính bằng giờ không dời theo ngày nghỉ.",
                "A term in hours does not move with days off.",
                new("bỏ mục này", "without it")
            );
        }
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, extension) in dated.Extensions.Index())
        {
            if (!codes.Add(extension.Code))
            {
                rule.Add($"extensions[{i}]", $"\"{extension.Code}\" được ghi hai lần.", $"\"{extension.Code}\" is written twice.");
            }
            if (extension.Most.InAll && Longest(extension.Most.Term) <= Longest(dated.Term))
            {
                rule.Add(
                    $"extensions[{i}]",
                    "Thời hạn gia hạn không dài hơn thời hạn ban đầu.",
                    "The extended term is no longer than the first."
                );
            }
        }
    }

    private static double Longest(Term term) =>
        term.Unit switch
        {
            TermUnit.Hours => term.Count / 24.0,
            TermUnit.WorkingDays => term.Count * 7 / 5.0,
            TermUnit.Months => term.Count * 31,
            _ => term.Count,
        };
}
