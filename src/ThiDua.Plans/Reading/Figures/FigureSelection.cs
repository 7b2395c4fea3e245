using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Which figures of a clause set a target: a level to be reached or an output that is planned; not what has been, what a rule allows, how large a thing is or what it costs.</summary>
internal sealed class FigureSelection(int? year)
{
    private static readonly Phrases<bool> Striving = Vocabulary.Set("targets/levels");
    private static readonly Phrases<bool> Strive = Vocabulary.Set("targets/striving");
    private static readonly Phrases<bool> Norm = Vocabulary.Set("money/norms");
    private static readonly Phrases<bool> Allowance = Vocabulary.Set("money/allowances");

    private static readonly Phrases<bool> Awards = Vocabulary.Set("asides/awards");
    private static readonly Phrases<bool> Need = Vocabulary.Set("money/needs");
    private static readonly Phrases<bool> Serving = Vocabulary.Set("outputs/serving");
    private static readonly Phrases<bool> Dossier = Vocabulary.Set("asides/dossiers");
    private static readonly Phrases<bool> Forecast = Vocabulary.Set("asides/forecasts");

    private static readonly Phrases<bool> Reaching = Vocabulary.Set("targets/reaching");

    private static readonly Phrases<bool> Funds = Vocabulary.Set("money/funds");
    private static readonly Phrases<bool> Spending = Vocabulary.Set("money/revenue-and-spending");
    private static readonly Phrases<bool> Votes = Vocabulary.Set("asides/votes");
    private static readonly Phrases<bool> Rates = Vocabulary.Set("asides/interest-rates");
    private static readonly Phrases<bool> MoneyGoal = Vocabulary.Set("money/goals");

    private readonly PastFigures _past = new(year);
    private readonly FigureAsides _asides = new(year);

    /// <param name="counted">The figure before it in the clause that counts.</param>
    public bool Count(Words words, Figure figure, TextRange clause, SectionKind kind, Figure? counted)
    {
        if (
            _past.Is(words, clause, figure)
            || words.HasAny(clause, Forecast)
            || Conditions.Holds(words, clause, figure)
            || _asides.Is(words, clause, figure)
        )
            return false;
        if (
            kind is not SectionKind.Targets
            && (
                words.HasAny(clause, Awards)
                || words.HasAny(clause, Votes)
                || words.HasAny(clause, Rates)
                || FigureAsides.IsPart(words, clause, figure)
                || FigureAsides.IsPrize(words, figure)
                || FigureAsides.IsGift(words, clause)
            )
        )
            return false;
        if (figure.Unit is "%" or "‰")
            return IsRate(words, figure, clause, kind);
        if (FigureUnits.IsMoney(figure.Unit))
            return IsSum(words, figure, clause, kind);
        return !InQuotes(words.Text, words.Folded, figure.NumberStart) && IsOutput(words, figure, clause, kind, counted);
    }

    private static bool IsRate(Words words, Figure figure, TextRange clause, SectionKind kind)
    {
        if (
            Repeats(words.Folded, figure)
            || words.Is(figure.Word - 1, "chiem") && InBrackets(words.Folded, figure.NumberStart, Math.Max(0, figure.NumberStart - 60))
        )
            return false;
        if (FollowedByMoney(words, figure) && !words.HasAny(clause, Spending) && !(figure.Explicit && kind is SectionKind.Targets))
            return false;
        if (kind is SectionKind.Targets)
            return true;
        var served = figure.Value == 100 && words.Is(figure.Word - 1, "cho");
        if (figure.Value != 100 && words.HasAny(clause, Funds) && !words.HasAny(clause, Spending) && !words.HasAny(clause, Strive))
            return false;
        if (!figure.Explicit && figure.Value != 100 && !words.HasAny(clause, Reaching))
            return false;
        return served || words.Is(words.At(figure.Start) - 1, "dat") || !words.HasNear(figure.Word, Norm);
    }

    private static bool IsSum(Words words, Figure figure, TextRange clause, SectionKind kind)
    {
        if (words.HasAny(clause, Need))
            return false;
        var reached = words.Is(words.At(figure.Start) - 1, "dat");
        if (kind is SectionKind.Targets)
            return reached || words.HasAny(clause, OfSociety) || !words.HasNear(figure.Word, Allowance, 14);
        // "nhưng không quá 400 triệu đồng/xe": how much a rule allows.
        if (
            figure.Comparator is "<="
            || InBrackets(words.Folded, figure.NumberStart, clause.Start)
            || figure.Unit.Contains('/') && !words.HasAny(clause, Incomes)
        )
            return false;
        return words.HasAny(clause, MoneyGoal)
            && (reached || !words.HasNear(figure.Word, Allowance, 14) && !words.HasNear(figure.Word, Norm));
    }

    private static readonly Phrases<bool> OfSociety = Vocabulary.Set("money/social-investment");
    private static readonly Phrases<bool> Distances = Vocabulary.Set("asides/distances");
    private static readonly Phrases<bool> Incomes = Vocabulary.Set("money/incomes");

    private static bool IsOutput(Words words, Figure figure, TextRange clause, SectionKind kind, Figure? counted)
    {
        // "hỗ trợ 01 lần kinh phí", "không quá 01 lần/năm đối với một cơ sở", "khoảng cách tối thiểu 100 m": rules too.
        var times = figure.Unit.StartsWith("lần", StringComparison.Ordinal);
        if (
            times && FollowedByMoney(words, figure)
            || kind is not SectionKind.Targets
                && (times && figure.Comparator is "<=" || FigureUnits.IsTime(figure.Unit) || words.HasNear(figure.Word, Distances))
        )
            return false;
        var fraction = words.Text.AsSpan(figure.NumberStart, figure.End - figure.NumberStart).Contains('/');
        if (kind is not SectionKind.Purpose && (Told(words, clause, figure) || Planned(words, clause, figure)))
            return true;
        if (figure.Upper is not null && InBrackets(words.Folded, figure.NumberStart, clause.Start))
            return false;
        var bracketed = InBrackets(words.Folded, figure.NumberStart, Math.Max(0, figure.NumberStart - 300));
        var made =
            kind is not SectionKind.Purpose
            && (
                PlannedOutputs.Made(words, figure) || counted is { Unit: not ("%" or "‰") } && PlannedOutputs.Beside(words, counted, figure)
            );
        if (bracketed && made && kind is SectionKind.Targets)
            return true;
        if (bracketed && kind is not (SectionKind.Purpose or SectionKind.Targets) && !words.HasNear(figure.Word, Strive, 4))
            return made && !words.Is(words.At(figure.Start) - 1, "co");
        if (
            !figure.Explicit
            && (
                bracketed && !words.HasNear(figure.Word, Strive, 4)
                || Placed(words, figure)
                    && !fraction
                    && !(words.Is(words.At(figure.Start) - 1, "voi") && Attended(words, figure))
                    && !(kind is not SectionKind.Purpose && Served(words, clause, figure, counted))
            )
        )
            return false;
        if (
            kind is SectionKind.Targets
            || Attended(words, figure)
            || Each(words, figure)
            || made
            || kind is not SectionKind.Purpose && Served(words, clause, figure, counted)
        )
            return true;
        var ranged = words.Is(figure.Word - 1, "tu") && (Comparators.After(words, figure.End) is null || !words.HasAny(clause, Strive));
        return kind is not SectionKind.Purpose && figure.Explicit && !ranged && words.HasAny(clause, Striving)
            || figure.Explicit && !ranged && (figure.Comparator is ">=" or "<=" || OpensWithRate(words, clause));
    }

    // "Số lượng: 5.000 cuốn", "số lượng mẫu quan trắc 240 mẫu/năm", "Dự kiến khoảng 1.000 thuê bao": so many are planned.
    private static bool Planned(Words words, TextRange clause, Figure figure)
    {
        var first = words.At(clause.Start);
        if (
            !(words.Is(first, "so") && words.Is(first + 1, "luong") || words.Is(first, "du") && words.Is(first + 1, "kien"))
            || figure.Word - first > 10
        )
            return false;
        for (var i = first; i < figure.Word; i++)
            if (words.IsNumber(i))
                return false;
        return !InBrackets(words.Folded, figure.NumberStart, clause.Start) && !words.HasAny(clause, Dossier);
    }

    // "Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái": the clause opens with what is measured.
    private static bool OpensWithRate(Words words, TextRange clause) =>
        words.At(clause.Start) is var first
        && (words.Is(first, "ty") || words.Is(first, "ti"))
        && words[Math.Min(first + 1, words.Count - 1)] is "le" or "so" or "suat" or "trong";

    // "Lắp đặt mới trạm 4G: 58 trạm (trong đó: VNPT: 25 trạm, Viettel: 33 trạm)": what is to be made, and behind the colon how much of it.
    private static bool Told(Words words, TextRange clause, Figure figure)
    {
        if (
            figure.Word == 0
            || !words.Gap(figure.Word - 1).Contains(':')
            || UnitNouns.Length(words, words.AfterNumber(figure.Word)) == 0
            || !PlannedOutputs.IsVerb(words, words.At(clause.Start))
            || words.Is(words.At(clause.Start), "cap")
                && words[Math.Min(words.At(clause.Start) + 1, words.Count - 1)] is "tinh" or "huyen" or "xa" or "trung"
        )
            return false;
        var open = words.Folded.LastIndexOf('(', figure.NumberStart);
        return open < clause.Start
            || words.Folded.IndexOf(')', open, figure.NumberStart - open) >= 0
            || words.Folded.AsSpan(open + 1).TrimStart().StartsWith("trong do", StringComparison.Ordinal);
    }

    // "Mỗi ấp … 01 mô hình": what every unit is to have.
    private static bool Each(Words words, Figure figure)
    {
        for (var i = figure.Word - 1; i >= 0 && i >= figure.Word - 10; i--)
        {
            if (words.Is(i, "moi"))
                return words.Text[words.Start(i)..words.End(i)].EndsWith("ỗi", StringComparison.Ordinal);
            if (words.Gap(i).IndexOfAny(";.") >= 0)
                return false;
        }
        return false;
    }

    private static bool FollowedByMoney(Words words, Figure figure)
    {
        var at = words.At(figure.End);
        return words.Is(at, "kinh") && words.Is(at + 1, "phi")
            || words.Is(at, "von")
            || words.Is(at, "muc") && words.Is(at + 1, "luong")
            || words.Is(at, "chi") && words.Is(at + 1, "phi");
    }

    // "3/5 ấp đạt chuẩn (60%)": the same figure once more.
    private static bool Repeats(string folded, Figure figure) =>
        figure.NumberStart > 0 && folded[figure.NumberStart - 1] is '(' && figure.End < folded.Length && folded[figure.End] is ')';

    // "tại 28 xã", "cho 96 xã": how many there are, not how many are to be reached.
    private static bool Placed(Words words, Figure figure) =>
        words.At(figure.Start) - 1 is >= 0 and var before
        && words.Touches(before)
        && (
            words.Slice(before, before).ToLowerInvariant()
                is "tại"
                    or "ở"
                    or "thuộc"
                    or "của"
                    or "cho"
                    or "gồm"
                    or "với"
                    or "trong"
                    or "giữa"
                    or "theo"
            || words.Slice(before, before) is "thành" && !words.Is(before - 1, "hoan")
        );

    // "Đào tạo nghề cho 120 lao động": so many are to be served, where nothing was counted before them.
    private static bool Served(Words words, TextRange clause, Figure figure, Figure? counted)
    {
        if (words.At(figure.Start) - 1 is not (>= 0 and var before) || !words.Is(before, "cho"))
            return false;
        var comma = false;
        for (var i = before - 1; i >= 0 && words.Start(i) >= clause.Start; i--)
        {
            comma |= words.Gap(i).Contains(',');
            // "đất ở cho 32 hộ, nước sạch cho 140 hộ": each thing its own.
            if (words.IsNumber(i))
                return comma && counted is not null;
            if (Serving.Match(words, i, out _) > 0)
                return true;
        }
        return false;
    }

    // "với 420 người tham dự": so many are to come.
    private static bool Attended(Words words, Figure figure)
    {
        var last = words.At(figure.End);
        for (var i = last; i < words.Count && i < last + 5 && (i == last || words.Gap(i - 1).Trim().IsEmpty); i++)
            if (
                Attending.Match(words, i, out _) is > 0 and var length
                && !words.Capital(i)
                && (length > 1 || !(words[Math.Min(i + 1, words.Count - 1)] is "an" or "toan" or "kien" or "thao" or "bao"))
            )
                return true;
        return false;
    }

    private static readonly Phrases<bool> Attending = Vocabulary.Set("outputs/attending");

    private static bool InBrackets(string folded, int at, int from)
    {
        for (var i = at - 1; i >= from; i--)
        {
            if (folded[i] is ')')
                return false;
            if (folded[i] is '(')
                return true;
        }
        return false;
    }

    private static bool InQuotes(string text, string folded, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 400; i--)
            if (text[i] is '“' or '”')
                return text[i] is '“';
        if (folded.LastIndexOf('"', at) < 0)
            return false;
        var quotes = 0;
        for (var i = Math.Max(0, at - 400); i < at; i++)
            if (folded[i] is '"')
                quotes++;
        return quotes % 2 == 1;
    }
}
