using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ThiDua.App.Packs;

/// <summary><c>thidua pack check DIR</c>: every mistake of a pack, one a line, or what the pack holds.</summary>
public static class PackCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>0 when the pack is right, 3 when it has mistakes, 2 when there is no such folder.</returns>
    /// <param name="json">One object on the output in place of words.</param>
    public static int Check(string directory, TextWriter output, TextWriter errors, string language, bool json = false)
    {
        if (!Directory.Exists(directory))
        {
            errors.WriteLine(new LocalText($"{directory}: không có thư mục này.", $"{directory}: no such folder.").In(language));
            return 2;
        }
        var result = PackLoader.Load(directory);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(Answer(result, language), Plain));
            return result.Ok ? 0 : 3;
        }
        if (result.Pack is not { } pack)
        {
            foreach (var error in result.Errors)
            {
                errors.WriteLine(error.Format(language));
            }
            errors.WriteLine(
                new LocalText(
                    $"{result.Errors.Count} lỗi; bộ mẫu chưa dùng được.",
                    $"{result.Errors.Count} mistakes; the pack cannot be used."
                ).In(language)
            );
            return 3;
        }
        output.WriteLine(Summary(pack).In(language));
        return 0;
    }

    private static object Answer(PackResult result, string language) =>
        new
        {
            errors = result.Errors.Select(e => new
            {
                file = e.File,
                line = e.Line,
                column = e.Column,
                code = "invalid",
                path = e.Path,
                message = e.Format(language),
            }),
            registers = result.Pack?.Registers.Select(r => r.Code) ?? [],
        };

    private static LocalText Summary(Pack pack)
    {
        var open =
            pack.Indicators.Count(i => !i.Verified)
            + pack.Deadlines.Count(d => !d.Verified)
            + pack.Calendars.Count(c => !c.Verified)
            + pack.Holidays.Count(h => !h.Verified);
        var c = CultureInfo.InvariantCulture;
        return new(
            string.Create(
                c,
                $"{pack.Code} {pack.Version}: đúng. {pack.UnitKinds.Count} loại đơn vị, {pack.Indicators.Count} chỉ số, {pack.Flows.Count} quy trình, {pack.Registers.Count} sổ, {pack.Deadlines.Count} thời hạn, {pack.Holidays.Count} ngày nghỉ và làm bù; {open} mục chưa kiểm chứng."
            ),
            string.Create(
                c,
                $"{pack.Code} {pack.Version}: right. {pack.UnitKinds.Count} unit kinds, {pack.Indicators.Count} indicators, {pack.Flows.Count} flows, {pack.Registers.Count} registers, {pack.Deadlines.Count} deadlines, {pack.Holidays.Count} days off and exchanged; {open} entries unverified."
            )
        );
    }
}
