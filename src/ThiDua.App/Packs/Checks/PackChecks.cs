using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.App.Data;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>What one definition cannot know of itself: unique codes, references that lead somewhere, things that fit together.</summary>
internal static partial class PackChecks
{
    public static void Run(PackDraft draft)
    {
        var kinds = References.Unique(draft.UnitKinds, k => k.Code);
        Head(draft, kinds);
        UnitKinds(draft.UnitKinds, kinds);
        MannerChecks.Run(draft);
        IndicatorChecks.Run(draft, kinds);
        RoleChecks.Run(draft.Roles);
        FlowChecks.Run(draft.Flows);
        RegisterChecks.Run(draft, kinds);
        DeadlineChecks.Run(draft);
        References.Unique(draft.Holidays, h => h.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "date");
        foreach (var holiday in draft.Holidays)
        {
            References.Basis(holiday, holiday.Value.Verified, holiday.Value.Basis);
        }
    }

    private static void Head(PackDraft draft, HashSet<string> kinds)
    {
        if (draft.Info is not { } info)
        {
            return;
        }
        var head = new Placed<PackHead>(draft.Head, info);
        if (draft.UnitKinds.Count > 0)
        {
            References.AllKnown(head, "unitKinds", draft.Head.UnitKinds, kinds, UnitKindSort);
        }
        if (draft.Head.Version.Length > 0 && !VersionPattern().IsMatch(draft.Head.Version))
        {
            head.Add(
                "version",
                $"\"{Wording.Cut(draft.Head.Version)}\" không phải số phiên bản.",
                $"\"{Wording.Cut(draft.Head.Version)}\" is not a version.",
                new("ba số, ví dụ \"1.0.0\"", "three numbers, such as \"1.0.0\"")
            );
        }
        if (draft.Head.Color.Length > 0 && !(ColorPattern().IsMatch(draft.Head.Color) && ContrastOnWhite(draft.Head.Color) >= 4.5))
        {
            head.Add(
                "color",
                $"Màu \"{Wording.Cut(draft.Head.Color)}\" không dùng được.",
                $"The colour \"{Wording.Cut(draft.Head.Color)}\" cannot be used.",
                new(
                    "màu dạng \"#0b6b3a\", đủ đậm để đọc được trên nền trắng (tương phản từ 4,5)",
                    "a colour such as \"#0b6b3a\", dark enough to read on white (contrast 4.5 or more)"
                )
            );
        }
    }

    public static readonly LocalText UnitKindSort = new("loại đơn vị", "unit kind");

    private static void UnitKinds(IReadOnlyList<Placed<UnitKind>> all, HashSet<string> kinds)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in all)
        {
            References.AllKnown(kind, "under", kind.Value.Under, kinds, UnitKindSort);
            References.AllKnown(kind, "means", kind.Value.Means, kinds, UnitKindSort);
            References.Dates(kind, kind.Value.ValidFrom, kind.Value.ValidTo);
            for (var i = 0; i < kind.Value.Names.Count; i++)
            {
                var name = kind.Value.Names[i];
                if (!names.TryAdd(SearchText.Fold(name), kind.Value.Code))
                {
                    var other = names[SearchText.Fold(name)];
                    kind.Add(
                        $"names[{i}]",
                        $"Tên \"{Wording.Cut(name)}\" đã thuộc loại đơn vị \"{other}\".",
                        $"The name \"{Wording.Cut(name)}\" belongs to unit kind \"{other}\" already."
                    );
                }
            }
        }
    }

    /// <summary>WCAG 2 contrast of a colour with white.</summary>
    private static double ContrastOnWhite(string color)
    {
        double Part(int at)
        {
            var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 1.05 / ((0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5)) + 0.05);
    }

    [GeneratedRegex(@"^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColorPattern();

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}\.\d{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
