namespace ThiDua.Plans.Reading;

/// <summary>Finds targets: clauses with figures, and in target sections the wishes without one.</summary>
internal sealed class Targets(UnitScanner units, Dues dues, int? year, NamePool names, List<Warning> warnings)
{
    private readonly PastFigures _past = new(year);
    private static readonly Phrases<bool> Wish = Of("phấn đấu", "đạt chuẩn", "đạt tiêu chuẩn", "không để", "không có", "giữ vững", "duy trì", "chuyển hóa", "kéo giảm", "giảm", "tăng", "đạt và vượt");
    private static readonly Phrases<bool> Striving = Of("phấn đấu", "chỉ tiêu", "đạt", "hoàn thành", "bảo đảm", "đảm bảo", "mỗi", "giảm", "tăng", "duy trì", "xây dựng", "thành lập");
    private static readonly Phrases<bool> Making = Of("tổ chức", "mở", "in", "xây dựng", "thành lập", "lắp đặt", "cấp", "trồng", "tập huấn", "ra mắt", "nhân rộng", "hoàn thành", "kết nạp", "thực hiện", "đăng", "viết", "phát sóng", "trao", "tặng", "hỗ trợ", "giúp đỡ", "sửa chữa", "xóa", "in ấn", "đạt", "có", "làm mới", "xây mới", "thành lập mới", "xây dựng mới", "duy trì", "duy trì sinh hoạt", "duy trì hoạt động", "kiểm tra", "giám sát", "phát", "bê tông hóa", "nạo vét", "đào tạo", "cấp phát", "trồng mới", "phát triển", "phát triển mới", "lắp đặt mới", "đầu tư mới", "đầu tư", "hoàn thiện", "nâng cấp", "chuyển đổi", "phấn đấu", "kiện toàn", "củng cố", "tuyển dụng", "tuyển chọn", "số hóa", "vận động", "giải quyết", "tạo việc làm cho", "công nhận", "triển khai");
    // "thực hiện 05 chương trình", "có 05 thôn": these stand already, nobody is to make them.
    private static readonly Phrases<bool> CarriedOut = Of("thực hiện", "triển khai", "có", "kiểm tra", "giám sát", "giải quyết");
    private static readonly Phrases<bool> Standing = Of("chương trình", "dự án", "đề án", "nhiệm vụ", "giải pháp", "tiêu chí", "kế hoạch", "văn bản", "thôn", "ấp", "xã", "phường", "đơn vị", "thủ tục", "dịch vụ", "nhóm");
    private static readonly Phrases<bool> Norm = Of("kinh phí", "mức chi", "mức hỗ trợ", "hỗ trợ", "định mức", "ngân sách", "tiền thưởng", "mức thưởng", "phụ cấp", "bồi dưỡng", "lệ phí", "xử phạt", "phạt tiền");
    private static readonly Phrases<bool> Allowance = Of("mức chi", "mức hỗ trợ", "mức thưởng", "mức đóng", "mức thu", "mức phạt", "phạt tiền", "kinh phí", "dự toán chi", "trợ cấp", "phụ cấp", "lệ phí", "tiền thưởng", "bố trí", "phân bổ", "cấp bổ sung", "nhu cầu vốn", "tổng nhu cầu", "tổng vốn", "tổng kinh phí", "khái toán");
    // How many are to be honoured is no target of theirs.
    private static readonly Phrases<bool> Awards = Of("tặng bằng khen", "tặng giấy khen", "đề nghị khen thưởng", "xét tặng", "bình xét khen thưởng", "đề nghị tặng");
    private static readonly Phrases<bool> Need = Of("nhu cầu vốn", "nhu cầu kinh phí", "tổng nhu cầu", "dự kiến kinh phí", "khái toán");
    private static readonly Phrases<bool> Serving = Of("đào tạo", "việc làm", "tập huấn", "bồi dưỡng", "khám", "hướng dẫn", "tư vấn", "cấp", "tiêm", "trợ giúp", "hỗ trợ", "cho vay", "tuyên truyền");
    private static readonly Phrases<bool> Strive = Of("phấn đấu", "chỉ tiêu", "bảo đảm", "đảm bảo");
    private static readonly Phrases<bool> Dossier = Of("hồ sơ", "bản chính", "bản sao");
    private static readonly Phrases<bool> Ahead = Of("phấn đấu");
    private static readonly Phrases<bool> Forecast = Of("dự báo", "theo dự báo");
    private static readonly Phrases<bool> Rhythm = Of("tần suất", "tần suất thực hiện");
    // A rate in passing ("pha Clo 70%") is none: something must be to be reached.
    private static readonly Phrases<bool> Reaching = Of("tỷ lệ", "tỉ lệ", "đạt", "phấn đấu", "giảm", "tăng", "hoàn thành", "chỉ tiêu", "bảo đảm", "đảm bảo", "duy trì", "chiếm", "trở lên", "giải ngân", "nâng", "mục tiêu", "số", "được", "kéo giảm", "còn");
    // Above the first section only what is called a goal is one.
    private static readonly Phrases<bool> Called = Of("mục tiêu", "chỉ tiêu", "phấn đấu", "kịch bản");
    // Who pays which part, and how many make a vote, are rules.
    private static readonly Phrases<bool> Funds = Of("ngân sách", "kinh phí", "đối ứng", "vốn", "mức chi", "nguồn chi");
    private static readonly Phrases<bool> Spending = Of("thu ngân sách", "giải ngân", "huy động", "tiết kiệm", "tổng thu", "thu nội địa");
    private static readonly Phrases<bool> Votes = Of("tín nhiệm", "biểu quyết", "tham dự hội nghị", "có mặt", "triệu tập", "tán thành", "bỏ phiếu kín");
    private static readonly Phrases<bool> Rates = Of("lãi suất", "thuế suất", "mức thuế");
    private static readonly Phrases<bool> Sizes = Of("với quy mô", "có quy mô", "quy mô mỗi", "với diện tích", "có diện tích", "công suất", "với chiều dài", "có chiều dài", "với tổng mức");
    private static readonly Phrases<bool> MoneyGoal = Of("thu ngân sách", "thu nhập", "doanh thu", "giá trị", "huy động", "vận động", "giải ngân", "quyên góp", "tổng thu", "thu ", "kim ngạch", "dư nợ", "vốn đầu tư", "GRDP", "GDP", "bình quân đầu người", "tổng mức", "tiết kiệm");

    private readonly List<PlanTarget> _found = [];

    public IReadOnlyList<PlanTarget> Found => _found;

    public void Read(Paragraph paragraph)
    {
        var kind = SectionKinds.Of(paragraph.Section);
        if (kind is SectionKind.Budget || SectionKinds.Rules(paragraph.Section)) return;
        var figures = Figures.In(paragraph.Words, paragraph.Marker.End).FindAll(f => f.NumberStart >= paragraph.Marker.End);
        if (figures.Count == 0 && kind is not SectionKind.Targets) return;
        var clauses = Clauses.Of(paragraph);
        foreach (var clause in clauses)
            if (kind is SectionKind.Past ? HasAny(paragraph.Words, clause, Ahead) : paragraph.Section is not null || HasAny(paragraph.Words, clause, Called)) Clause(paragraph, clause, figures, kind);
    }

    private void Clause(Paragraph paragraph, Span clause, List<Figure> figures, SectionKind kind)
    {
        var words = paragraph.Words;
        var mine = figures.FindAll(f => f.NumberStart >= clause.Start && f.NumberStart < clause.End && Counts(words, f, clause, kind));
        // "… được khám sức khỏe 1 lần/năm: 10%": how often, of those that the rate counts.
        if (mine.Exists(f => f.Unit is "%")) mine.RemoveAll(f => f.Unit.StartsWith("lần", StringComparison.Ordinal));
        // "Tỷ lệ hộ có từ 02 máy trở lên đạt 40%": of a rate only the rate counts.
        if (mine.Exists(f => f.Unit is "%") && StartsRate(words, clause)) mine.RemoveAll(f => f.Unit is not ("%" or "‰") && f.Word < mine.FindLast(m => m.Unit is "%")!.Word);
        if (mine.Count == 0)
        {
            if (kind is SectionKind.Targets && !paragraph.IsHeading && !figures.Exists(f => f.NumberStart >= clause.Start && f.NumberStart < clause.End) && HasAny(words, clause, Wish)) Add(paragraph, clause, null, clause);
            return;
        }
        for (var i = 1; i < mine.Count; i++)
            if (Shares(words, mine[i - 1], mine[i])) mine[i] = mine[i] with { Comparator = mine[i - 1].Comparator, Explicit = true };
        for (var i = 0; i < mine.Count; i++)
        {
            var from = i == 0 ? clause.Start : Boundary(words, mine[i - 1].End, mine[i].Start);
            var to = i + 1 < mine.Count ? Boundary(words, mine[i].End, mine[i + 1].Start) : clause.End;
            Add(paragraph, clause, mine[i], new(from, to));
        }
    }

    // "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ": one word for both, where the second stands right behind the comma.
    private static bool Shares(Words words, Figure first, Figure second) =>
        first is { Explicit: true, Comparator: ">=" } && second is { Explicit: false, About: false } && (first.Unit is "%") == (second.Unit is "%") && first.Upper is null && second.Word > 0
            && (words.Gap(second.Word - 1).Trim() is "," || words.Is(second.Word - 1, "va") && words.Touches(second.Word - 1));

    private static bool StartsRate(Words words, Span clause) => words.At(clause.Start) is var first && words.Is(first, "ty") && words.Is(first + 1, "le") || words.Is(words.At(clause.Start), "ti") && words.Is(words.At(clause.Start) + 1, "le");

    // Between two figures of one clause the comma, "và" or "trong đó" before the second parts them.
    private static int Boundary(Words words, int end, int next)
    {
        var within = words.Folded.IndexOf("trong do", end, Math.Max(0, next - end), StringComparison.Ordinal);
        if (within >= 0) return within;
        var comma = words.Folded.IndexOf(',', end, Math.Max(0, next - end));
        if (comma >= 0) return comma + 1;
        var and = words.Folded.IndexOf(" va ", end, Math.Max(0, next - end), StringComparison.Ordinal);
        return and >= 0 ? and + 4 : Math.Max(end, next);
    }

    private bool Counts(Words words, Figure figure, Span clause, SectionKind kind)
    {
        if (_past.Is(words, clause, figure) || Frequency(words, figure) || HasAny(words, clause, Forecast) || HasAny(words, clause, Awards) || Conditions.Holds(words, clause, figure) || IsGrade(words, clause, figure)) return false;
        if (figure.Unit is "%" or "‰" && (Repeats(words.Folded, figure) || words.Is(figure.Word - 1, "chiem") && InBrackets(words.Folded, figure.NumberStart, Math.Max(0, figure.NumberStart - 60)))) return false;
        if (kind is not SectionKind.Targets && (HasAny(words, clause, Votes) || HasAny(words, clause, Rates))) return false;
        if (figure.Unit is "%" or "‰" && kind is not SectionKind.Targets && (figure.Value != 100 && HasAny(words, clause, Funds) && !HasAny(words, clause, Spending) && !HasAny(words, clause, Strive) || !figure.Explicit && figure.Value != 100 && !HasAny(words, clause, Reaching))) return false;
        if (figure.Unit is "%" or "‰") return !(HasNear(words, figure, Norm) && kind is not SectionKind.Targets) && !FollowedByMoney(words, figure);
        if (FigureUnits.IsMoney(figure.Unit)) return (!HasNear(words, figure, Allowance, 14) || kind is SectionKind.Targets && words.Is(words.At(figure.Start) - 1, "dat")) && !HasAny(words, clause, Need) && (kind is SectionKind.Targets || !HasNear(words, figure, Norm) && HasAny(words, clause, MoneyGoal));
        if (InQuotes(words.Folded, figure.NumberStart)) return false;
        var fraction = words.Text.AsSpan(figure.NumberStart, figure.End - figure.NumberStart).Contains('/');
        if (Told(words, clause, figure) && kind is not SectionKind.Purpose) return true;
        if (Planned(words, clause, figure) && kind is not SectionKind.Purpose) return true;
        if (figure.Upper is not null && InBrackets(words.Folded, figure.NumberStart, clause.Start)) return false;
        if (!figure.Explicit && (InBrackets(words.Folded, figure.NumberStart, Math.Max(0, figure.NumberStart - 300)) && !HasNear(words, figure, Strive, 4) || Placed(words, figure) && !fraction && !(kind is SectionKind.Targets && Served(words, clause, figure)))) return false;
        if (kind is SectionKind.Targets || Each(words, figure) || (kind is not SectionKind.Purpose && Made(words, figure))) return true;
        return kind is not SectionKind.Purpose && figure.Explicit && !words.Is(figure.Word - 1, "tu") && HasAny(words, clause, Striving) || figure.Explicit && (figure.Comparator is ">=" or "<=" || Measured(words, clause)) && !words.Is(figure.Word - 1, "tu");
    }

    // "Số lượng: 5.000 cuốn", "số lượng mẫu quan trắc 240 mẫu/năm", "Dự kiến khoảng 1.000 thuê bao": so many are planned.
    private static bool Planned(Words words, Span clause, Figure figure)
    {
        var first = words.At(clause.Start);
        if (!(words.Is(first, "so") && words.Is(first + 1, "luong") || words.Is(first, "du") && words.Is(first + 1, "kien")) || figure.Word - first > 10) return false;
        for (var i = first; i < figure.Word; i++)
            if (words.IsNumber(i)) return false;
        return !InBrackets(words.Folded, figure.NumberStart, clause.Start) && !HasAny(words, clause, Dossier);
    }

    // "quan trắc với tần suất 02 lần/tháng": how often a thing is done.
    private static bool Frequency(Words words, Figure figure) => figure.Unit is not ("%" or "‰") && HasNear(words, figure, Rhythm, 5);

    // "Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái": the clause opens with what is measured.
    private static bool Measured(Words words, Span clause) => words.At(clause.Start) is var first && (words.Is(first, "ty") || words.Is(first, "ti")) && words[Math.Min(first + 1, words.Count - 1)] is "le" or "so" or "suat" or "trong";

    // "72 xã đạt 19 tiêu chí", "03 mô hình với quy mô từ 5 ha": how good or large each of those just counted is.
    private static bool IsGrade(Words words, Span clause, Figure figure)
    {
        var sized = figure.Unit is not ("%" or "‰") && HasNear(words, figure, Sizes, 5);
        if (!sized && !figure.Unit.StartsWith("tiêu chí", StringComparison.Ordinal) || words.Text.AsSpan(figure.NumberStart, figure.End - figure.NumberStart).Contains('/')) return false;
        for (var i = figure.Word - 1; i >= 0 && words.Start(i) >= clause.Start && words.Gap(i).IndexOfAny(",:") < 0; i--)
            if (words.IsNumber(i) && UnitNouns.Length(words, i + 1) > 0) return true;
        return false;
    }

    // "Lắp đặt mới trạm 4G: 58 trạm (trong đó: VNPT: 25 trạm, Viettel: 33 trạm)": what is to be made, and behind the colon how much of it.
    private static bool Told(Words words, Span clause, Figure figure)
    {
        if (figure.Word == 0 || !words.Gap(figure.Word - 1).Contains(':') || UnitNouns.Length(words, AfterNumber(words, figure.Word)) == 0 || Making.Match(words, words.At(clause.Start), out _) == 0) return false;
        var open = words.Folded.LastIndexOf('(', figure.NumberStart);
        return open < clause.Start || words.Folded.IndexOf(')', open, figure.NumberStart - open) >= 0 || words.Folded.AsSpan(open + 1).TrimStart().StartsWith("trong do", StringComparison.Ordinal);
    }

    // "mở 03 lớp", "in 10.000 tờ rơi": so much is to be done, even without a comparator.
    private static bool Made(Words words, Figure figure) =>
        UnitNouns.Length(words, AfterNumber(words, figure.Word)) > 0 && words.At(figure.Start) - 1 is var before && before >= 0 && words.Touches(before) && Making.MatchEnding(words, before, out _) is > 0 and var verb
            && !(CarriedOut.MatchEnding(words, before, out _) == verb && Standing.Match(words, AfterNumber(words, figure.Word), out _) > 0);

    private static int AfterNumber(Words words, int at)
    {
        while (words.IsNumber(at)) at++;
        return at;
    }

    // "Mỗi ấp … 01 mô hình": what every unit is to have.
    private static bool Each(Words words, Figure figure)
    {
        for (var i = figure.Word - 1; i >= 0 && i >= figure.Word - 10; i--)
        {
            if (words.Is(i, "moi")) return words.Text[words.Start(i)..words.End(i)].EndsWith("ỗi", StringComparison.Ordinal);
            if (words.Gap(i).IndexOfAny(";.") >= 0) return false;
        }
        return false;
    }

    private static bool FollowedByMoney(Words words, Figure figure)
    {
        var at = words.At(figure.End);
        return words.Is(at, "kinh") && words.Is(at + 1, "phi") || words.Is(at, "von") || words.Is(at, "muc") && words.Is(at + 1, "luong") || words.Is(at, "chi") && words.Is(at + 1, "phi");
    }

    private static bool HasNear(Words words, Figure figure, Phrases<bool> cues, int reach = 8)
    {
        for (var i = Math.Max(0, figure.Word - reach); i < figure.Word; i++)
            if (cues.Match(words, i, out _) > 0) return true;
        return false;
    }

    private static bool HasAny(Words words, Span clause, Phrases<bool> cues)
    {
        for (var i = words.At(clause.Start); i < words.Count && words.Start(i) < clause.End; i++)
            if (cues.Match(words, i, out _) > 0) return true;
        return false;
    }

    // "3/5 ấp đạt chuẩn (60%)": the same figure once more.
    private static bool Repeats(string folded, Figure figure) => figure.NumberStart > 0 && folded[figure.NumberStart - 1] is '(' && figure.End < folded.Length && folded[figure.End] is ')';

    // "tại 28 xã", "cho 96 xã": how many there are, not how many are to be reached.
    private static bool Placed(Words words, Figure figure) =>
        figure.Word > 0 && words.Touches(figure.Word - 1) && words.Slice(figure.Word - 1, figure.Word - 1).ToLowerInvariant() is "tại" or "ở" or "thuộc" or "của" or "cho" or "gồm" or "với" or "trong" or "giữa";

    // "Đào tạo nghề cho 120 lao động": so many are to be served, where nothing was counted before them.
    private static bool Served(Words words, Span clause, Figure figure)
    {
        if (!words.Is(figure.Word - 1, "cho")) return false;
        for (var i = figure.Word - 1; i >= 0 && words.Start(i) >= clause.Start; i--)
        {
            if (words.IsNumber(i)) return false;
            if (Serving.Match(words, i, out _) > 0) return true;
        }
        return false;
    }

    private static bool InBrackets(string folded, int at, int from)
    {
        for (var i = at - 1; i >= from; i--)
        {
            if (folded[i] is ')') return false;
            if (folded[i] is '(') return true;
        }
        return false;
    }

    private static bool InQuotes(string folded, int at)
    {
        var open = folded.LastIndexOf('"', at);
        if (open < 0) return false;
        var quotes = 0;
        for (var i = Math.Max(0, at - 400); i < at; i++)
            if (folded[i] is '"') quotes++;
        return quotes % 2 == 1;
    }

    private void Add(Paragraph paragraph, Span clause, Figure? figure, Span part)
    {
        var words = paragraph.Words;
        var text = Text(paragraph, clause);
        if (text.Length == 0) return;
        var lines = paragraph.LinesOf(part.Start, part.End);
        var (direction, baseline) = figure is null ? (null, null) : Directions.Of(words, part, figure);
        var confidence = figure is null ? 0.5 : figure.Unit == "%" || figure.Explicit ? 0.95 : 0.75;
        if (figure is { About: true })
        {
            warnings.Add(new("target.about", $"“Khoảng {paragraph.Text[figure.NumberStart..figure.End]}” được đọc là bằng; cần kiểm tra lại.", lines));
            confidence = 0.6;
        }
        _found.Add(new(paragraph.Section?.Number, text, figure is null ? text : Measures.Of(words, part, figure), figure?.Comparator, figure?.Value, figure?.Upper, names.Of(figure?.Unit), direction, baseline,
            names.Of(Responsible(paragraph)), dues.In(words, clause.Start, clause.End), confidence, lines));
    }

    private static Excerpt Text(Paragraph paragraph, Span clause) => Excerpt.Trimmed(paragraph.Text, Math.Max(clause.Start, Math.Min(paragraph.Marker.End, clause.End)), clause.End, " ;.,-+");

    private List<string> Responsible(Paragraph paragraph)
    {
        var words = paragraph.Words;
        var at = words.At(paragraph.Marker.End);
        var listed = units.ListAt(words, at, out var next);
        return listed.Count > 0 && next < words.Count && units.IsVerb(words, next) ? [.. listed.Select(u => u.Name)] : [];
    }

    private static Phrases<bool> Of(params string[] phrases)
    {
        var set = new Phrases<bool>();
        foreach (var phrase in phrases) set.Add(phrase, true);
        return set;
    }
}
