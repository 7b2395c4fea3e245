using System.Text.RegularExpressions;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Check;

/// <summary>Quốc hiệu, Tiêu ngữ, organ, number and symbol, place and date (Annex I, part I, II.1-4).</summary>
internal static partial class LetterheadRules
{
    public static void Check(Components c, Findings found)
    {
        Nation(c, found);
        Organ(c, found);
        Number(c, found);
        Date(c, found);
    }

    private static void Nation(Components c, Findings found)
    {
        if (c.NationalName is not { } nation)
            found.Add("national-name", "Đầu trang 1", "không có Quốc hiệu", $"“{Annex.NationalName}”");
        else
        {
            found.Upper("national-name-upper", nation);
            found.Size("national-name-size", nation, Annex.NationalNameSize);
            found.Style("national-name-style", nation, bold: true, italic: false);
        }
        if (c.Motto is not { } motto)
        {
            found.Add("motto", "Đầu trang 1", "không có Tiêu ngữ", $"“{Annex.Motto}”");
            return;
        }
        if (motto.Text != Annex.Motto)
            found.Add("motto-text", motto.Where, $"“{motto.Text}”", $"“{Annex.Motto}”");
        found.Size("motto-size", motto, Annex.MottoSize);
        found.Style("motto-style", motto, bold: true, italic: false);
        if (c.MottoRule is null)
            found.Add("motto-line", motto.Where, "không có đường kẻ bên dưới", "đường kẻ ngang, nét liền, dài bằng dòng chữ");
    }

    private static void Organ(Components c, Findings found)
    {
        if (c.Organs.Count == 0)
        {
            found.Add(
                "organ",
                "Đầu trang 1",
                "không thấy tên cơ quan ban hành bằng chữ in hoa phía trên số, ký hiệu",
                "tên cơ quan ban hành, chữ in hoa, đậm"
            );
            return;
        }
        foreach (var p in c.Organs)
            found.Size("organ-size", p, Annex.OrganSize);
        var organ = c.Organs[^1];
        found.Style("organ-style", organ, bold: true, italic: false);
        if (c.OrganRule is null)
            found.Add("organ-line", organ.Where, "không có đường kẻ bên dưới", "đường kẻ ngang dài từ 1/3 đến 1/2 dòng chữ");
    }

    private static void Number(Components c, Findings found)
    {
        if (c.Number is not { } p)
        {
            found.Add("number", "Đầu trang 1", "không có số, ký hiệu", "“Số: 15/KH-UBND”");
            return;
        }
        found.Size("number-size", p, Annex.NumberSize);
        found.Style("number-style", p, bold: false, italic: false);
        var form = NumberForm().Match(p.Text);
        if (!form.Success)
        {
            found.Add(
                "number-form",
                p.Where,
                $"“{p.Text}”",
                "“Số:”, số, dấu gạch chéo, ký hiệu chữ in hoa nối bằng dấu gạch nối, không cách chữ"
            );
            return;
        }
        var number = form.Groups["number"].Value;
        if (number.Length == 1)
            found.Add("number-zero", p.Where, $"“{number}”", $"“0{number}” (số nhỏ hơn 10 có số 0 phía trước)");
        var groups = form.Groups["symbol"].Value.Split('-');
        if (groups.Contains("CV"))
            found.Add("letter-abbreviation", p.Where, "“CV” trong ký hiệu", "công văn không có chữ viết tắt tên loại");
        else if (
            c.TypeName is { } type
            && DocumentTypes.Abbreviation(type.Text) is { } right
            && !groups[0].Equals(right, StringComparison.OrdinalIgnoreCase)
        )
            found.Add("type-abbreviation", p.Where, $"“{groups[0]}”", $"“{right}” là chữ viết tắt của {type.Text}");
    }

    private static void Date(Components c, Findings found)
    {
        if (c.PlaceDate is not { } p)
        {
            found.Add("date", "Đầu trang 1", "không có địa danh và thời gian ban hành", "“Địa danh, ngày 05 tháng 01 năm 2020”");
            return;
        }
        found.Size("date-size", p, Annex.DateSize);
        found.Style("date-style", p, bold: false, italic: true);
        var form = DateForm().Match(p.Text);
        if (!form.Success)
        {
            found.Add("date-form", p.Where, $"“{p.Text}”", "địa danh, dấu phẩy, “ngày … tháng … năm …”");
            return;
        }
        var (day, month) = (form.Groups["day"].Value, form.Groups["month"].Value);
        if (day.Length == 1)
            found.Add("day-zero", p.Where, $"ngày {day}", $"ngày 0{day}");
        if (month is "1" or "2")
            found.Add("month-zero", p.Where, $"tháng {month}", $"tháng 0{month}");
        if (month.Length == 2 && month[0] == '0' && month[1] > '2')
            found.Add("month-zero", p.Where, $"tháng {month}", $"tháng {month[1]} (chỉ tháng 1, 2 có số 0 phía trước)");
    }

    [GeneratedRegex(@"^Số:\s*(?<number>\d{0,5})/(?<symbol>\p{Lu}[\p{L}\p{N}&.]*(?:[-/][\p{L}\p{N}&.]+)*)$")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^\p{Lu}[^,]*(?:, [^,]+)?,\s+ngày\s+(?<day>\d{0,2})\s*tháng\s+(?<month>\d{0,2})\s*năm\s+\d{4}$")]
    private static partial Regex DateForm();
}
