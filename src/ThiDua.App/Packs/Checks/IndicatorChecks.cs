using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>Whether each indicator has what its kind needs, and refers to what fits.</summary>
internal static class IndicatorChecks
{
    private static readonly LocalText Sort = new("chỉ số", "indicator");

    private static readonly PackKind[] Counted = [PackKind.Flow, PackKind.Stock, PackKind.Opening, PackKind.Reach];

    public static void Run(PackDraft draft, HashSet<string> kinds)
    {
        var codes = References.Unique(draft.Indicators, i => i.Code);
        var groups = References.Unique(draft.Groups, g => g.Code);
        var byCode = draft
            .Indicators.GroupBy(i => i.Value.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var indicator in draft.Indicators)
        {
            References.Known(indicator, "group", indicator.Value.Group, groups, new("nhóm", "group"));
            References.Basis(indicator, indicator.Value.Verified, indicator.Value.Basis);
            Parts(indicator);
            Reporting(indicator, draft, kinds);
            foreach (var (key, code, allowed) in Links(indicator.Value))
            {
                if (References.Known(indicator, key, code, codes, Sort) && byCode.TryGetValue(code, out var target))
                {
                    Fits(indicator, key, target.Value, allowed);
                }
            }
        }
        IndicatorCycles.Run(draft.Indicators);
    }

    /// <summary>Every reference of an indicator: its key, the code, and the kinds it may lead to.</summary>
    public static IEnumerable<(string Key, string Code, PackKind[] Allowed)> Links(PackIndicator i)
    {
        if (i.Numerator is { } numerator)
        {
            yield return ("numerator", numerator, Counted);
        }
        if (i.Denominator is { } denominator)
        {
            yield return ("denominator", denominator, Counted);
        }
        if (i.Of is { } of)
        {
            yield return ("of", of, [PackKind.Flow, PackKind.Stock, PackKind.Ratio]);
        }
        if (i.Stock is { } stock)
        {
            yield return ("stock", stock, [PackKind.Stock]);
        }
        for (var n = 0; n < i.PartOf.Count; n++)
        {
            yield return ($"partOf[{n}]", i.PartOf[n].Whole, Counted);
        }
    }

    private static void Fits(Placed<PackIndicator> from, string key, PackIndicator target, PackKind[] allowed)
    {
        if (!allowed.Contains(target.Kind))
        {
            from.Add(
                key,
                $"\"{target.Code}\" là loại \"{Word(target.Kind)}\", không dùng được ở đây.",
                $"\"{target.Code}\" is a \"{Word(target.Kind)}\", which cannot stand here.",
                Wording.Listed(allowed.Select(Word))
            );
        }
        if (key == "stock" && target.Scale != from.Value.Scale)
        {
            from.Add(
                "scale",
                $"Số chữ số thập phân phải bằng của \"{target.Code}\" ({target.Scale}).",
                $"The scale must be that of \"{target.Code}\" ({target.Scale})."
            );
        }
        // A rate is shown with its two counts: a rate of protected counts would give them away.
        if (target.Sensitive && !from.Value.Sensitive && from.Value.Derived)
        {
            from.Add(
                "sensitive",
                $"\"{target.Code}\" là số liệu cần bảo vệ nên chỉ số này cũng phải là \"sensitive: true\".",
                $"\"{target.Code}\" is protected, so this must be \"sensitive: true\" too."
            );
        }
    }

    private static string Word(PackKind kind) => IndicatorReader.Kinds.All.First(k => k.Value == kind).Word;

    private static void Parts(Placed<PackIndicator> one)
    {
        var i = one.Value;
        Need(one, "numerator", i.Numerator is not null, i.Kind == PackKind.Ratio);
        Need(one, "denominator", i.Denominator is not null, i.Kind == PackKind.Ratio);
        Need(one, "of", i.Of is not null, i.Kind == PackKind.Change);
        Need(one, "stock", i.Stock is not null, i.Kind == PackKind.Reach);
        Need(one, "maxScore", i.MaxScore is not null, i.Kind == PackKind.Score);
        Need(one, "counts", i.Counts is not null, Counted.Contains(i.Kind));
        if (one.At.NodeAt("over") is not null && i.Kind != PackKind.YesNo)
        {
            Unwanted(one, "over");
        }
        if (i.PartOf.Count > 0 && !Counted.Contains(i.Kind))
        {
            Unwanted(one, "partOf");
        }
    }

    private static void Reporting(Placed<PackIndicator> one, PackDraft draft, HashSet<string> kinds)
    {
        var i = one.Value;
        Need(one, "reportedBy", i.ReportedBy.Count > 0, !i.Derived);
        Need(one, "frequency", i.Frequency is not null, !i.Derived);
        if (i.Source == FigureSource.Register && i.Register is null)
        {
            one.Add(
                "source",
                "Nguồn là sổ nhưng chưa nêu sổ nào.",
                "The source is a register, but none is named.",
                new("mục \"register\"", "\"register\"")
            );
        }
        for (var n = 0; n < i.ReportedBy.Count; n++)
        {
            var code = i.ReportedBy[n];
            if (!References.Known(one, $"reportedBy[{n}]", code, kinds, PackChecks.UnitKindSort))
            {
                continue;
            }
            if (draft.Info is not null && !draft.Head.UnitKinds.Contains(code))
            {
                one.Add(
                    $"reportedBy[{n}]",
                    $"Loại đơn vị \"{code}\" không có trong \"unitKinds\" của pack.yaml.",
                    $"Unit kind \"{code}\" is not among \"unitKinds\" of pack.yaml.",
                    Wording.Listed(draft.Head.UnitKinds)
                );
            }
            // Who lives in a place is counted by the place: an organisation would count the same household again.
            if (i.Kind == PackKind.Reach && draft.UnitKinds.Any(k => k.Value.Code == code && !k.Value.Territorial))
            {
                one.Add(
                    $"reportedBy[{n}]",
                    $"\"{code}\" không phải đơn vị địa bàn nên không báo cáo số hộ đã đến được.",
                    $"\"{code}\" is not a territorial unit, so it cannot report a reach.",
                    Wording.Listed(draft.UnitKinds.Where(k => k.Value.Territorial).Select(k => k.Value.Code))
                );
            }
        }
    }

    private static void Need(Placed<PackIndicator> one, string key, bool there, bool needed)
    {
        if (needed && !there && one.At.NodeAt(key) is null)
        {
            one.Add(
                key,
                $"Chỉ số loại \"{Word(one.Value.Kind)}\" phải có mục \"{key}\".",
                $"An indicator of kind \"{Word(one.Value.Kind)}\" needs \"{key}\"."
            );
        }
        else if (!needed && there)
        {
            Unwanted(one, key);
        }
    }

    private static void Unwanted(Placed<PackIndicator> one, string key) =>
        one.Add(
            key,
            $"Chỉ số loại \"{Word(one.Value.Kind)}\" không có mục \"{key}\".",
            $"An indicator of kind \"{Word(one.Value.Kind)}\" has no \"{key}\"."
        );
}
