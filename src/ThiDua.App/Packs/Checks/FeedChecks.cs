using ThiDua.App.Forms;
using ThiDua.App.Packs.Reading;

namespace ThiDua.App.Packs.Checks;

/// <summary>What a register counts is an indicator that can be counted so.</summary>
internal static class FeedChecks
{
    private static readonly LocalText FieldSort = new("ô", "field");

    public static void Run(RegisterDraft draft, PackDraft pack)
    {
        IReadOnlyList<string> indicators = [.. pack.Indicators.Select(i => i.Value.Code)];
        References.Unique(draft.Feeds, f => f.Indicator, "indicator");
        foreach (var feed in draft.Feeds)
        {
            if (!References.Known(feed, "indicator", feed.Value.Indicator, indicators, new("chỉ số", "indicator")))
                continue;
            var indicator = pack.Indicators.First(i => i.Value.Code == feed.Value.Indicator).Value;
            Kind(feed, indicator);
            Fields(feed, draft.Register.Value.Form, indicator);
        }
    }

    /// <summary>How it counts goes with how the indicator adds up.</summary>
    private static void Kind(Placed<RegisterFeed> feed, PackIndicator indicator)
    {
        var f = feed.Value;
        var fits =
            indicator.Frequency is not null
            && indicator.Kind switch
            {
                PackKind.Flow or PackKind.YesNo => !f.Holds,
                PackKind.Stock => (f.Standing || f.Latest is not null) && f.Households is null,
                PackKind.Opening => f.Standing && f.Latest is null && f.Households is null,
                PackKind.Reach => f is { Households: not null, Standing: false, Latest: null, Sum: null, Distinct: null },
                _ => false,
            };
        if (!fits)
            feed.Add(
                "indicator",
                $"\"{indicator.Code}\" không đếm được từ các dòng của sổ theo cách này.",
                $"\"{indicator.Code}\" cannot be counted from rows in this way.",
                new(
                    "flow, yesno: đếm dòng trong kỳ; stock: standing: true hoặc latest; opening: standing: true; reach: households",
                    "flow, yesno: rows of the period; stock: standing: true or latest; opening: standing: true; reach: households"
                )
            );
        foreach (var (key, there) in new[] { ("since", f.Since), ("until", f.Until) })
            if (there is not null && !f.Standing)
                feed.Add(key, $"\"{key}\" chỉ đi với standing: true.", $"\"{key}\" goes with standing: true only.");
        if (f.On is not null && f.Standing)
            feed.Add(
                "on",
                "\"on\" không đi với standing: true; hãy dùng \"since\".",
                "\"on\" does not go with standing: true; use \"since\"."
            );
        if (f.Sum is not null && f.Distinct is not null)
            feed.Add("distinct", "Chỉ ghi một trong hai: sum, distinct.", "Give one of the two: sum, distinct.");
    }

    private static void Fields(Placed<RegisterFeed> feed, FormDefinition form, PackIndicator indicator)
    {
        var f = feed.Value;
        IReadOnlyList<string> codes = [.. form.Fields.Select(x => x.Code)];
        foreach (var (key, code) in new[] { ("on", f.On), ("since", f.Since), ("until", f.Until) })
            if (code is not null && References.Known(feed, key, code, codes, FieldSort))
                OfKind(feed, key, form.Field(code)!, FieldKinds.Date);
        foreach (var (key, code) in new[] { ("distinct", f.Distinct), ("latest", f.Latest) })
            if (code is not null && References.Known(feed, key, code, codes, FieldSort) && form.Field(code)!.Many)
                feed.Add(key, $"\"{code}\" chọn được nhiều giá trị.", $"\"{code}\" may have several values.");
        if (f.Households is { } households && References.Known(feed, "households", households, codes, FieldSort))
            OfKind(feed, "households", form.Field(households)!, FieldKinds.Households);
        if (f.Sum is { } sum && References.Known(feed, "sum", sum, codes, FieldSort))
            Summed(feed, form.Field(sum)!, indicator);
        foreach (var where in f.Where)
            FieldChecks.Condition(feed, "where", where, form.Fields);
    }

    private static void OfKind(Placed<RegisterFeed> feed, string key, FormField field, string kind)
    {
        if (field.Kind != kind)
            feed.Add(
                key,
                $"\"{field.Code}\" thuộc loại \"{field.Kind}\".",
                $"\"{field.Code}\" is of kind \"{field.Kind}\".",
                new($"ô kind: {kind}", $"a field of kind: {kind}")
            );
    }

    private static void Summed(Placed<RegisterFeed> feed, FormField field, PackIndicator indicator)
    {
        if (field.Kind is not (FieldKinds.Number or FieldKinds.Money) || field.Scale > indicator.Scale)
            feed.Add(
                "sum",
                $"\"{field.Code}\" không cộng vào \"{indicator.Code}\" được.",
                $"\"{field.Code}\" cannot be added to \"{indicator.Code}\".",
                new(
                    $"ô kind: number có nhiều nhất {indicator.Scale} chữ số thập phân",
                    $"a field of kind: number with at most {indicator.Scale} decimals"
                )
            );
    }
}
