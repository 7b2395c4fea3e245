using System.Text;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Html;

/// <summary>What stands around the body: letterhead and title above, recipients and signer below.</summary>
internal static class Frame
{
    public static void Head(StringBuilder html, OfficialDocument d)
    {
        html.Append("<header>\n<div class=\"head\">\n<div>\n");
        if (!string.IsNullOrWhiteSpace(d.SuperiorOrgan))
            html.Add($"<p class=\"superior\">{Markup.Encode(OfficialText.Upper(d.SuperiorOrgan))}</p>\n");
        foreach (var line in OfficialText.OrganLines(d.IssuingOrgan, 63))
            html.Add($"<p class=\"organ\">{Markup.Encode(line)}</p>\n");
        html.Add(
            $"</div>\n<div>\n<p class=\"nation\">{Annex.NationalName}</p>\n<p class=\"motto\"><span>{Annex.Motto}</span></p>\n</div>\n"
        );
        html.Add($"<div>\n<p class=\"number\">{Markup.Encode(OfficialText.Number(d.Number, d.Symbol))}</p>\n");
        if (d.IsLetter)
            html.Add($"<p class=\"about\">V/v {Markup.Encode(d.Subject)}</p>\n");
        if (d.Urgency != Urgency.None)
            html.Add($"<p class=\"urgency\">{Annex.UrgencyText(d.Urgency)}</p>\n");
        html.Add($"</div>\n<div><p class=\"date\">{Markup.Encode(OfficialText.PlaceAndDate(d))}</p></div>\n</div>\n");
        if (!d.IsLetter)
            html.Add($"<h1>{Markup.Encode(OfficialText.Upper(d.TypeName!))}<br>{Subject(d)}</h1>\n");
        html.Append("</header>\n");
        Addressees(html, d);
    }

    private static string Subject(OfficialDocument d) =>
        string.Join(
            " <br>",
            SubjectLines
                .Of(d.Subject, Annex.BodySize.Chosen, Annex.PageWidth - Annex.Left.Chosen - Annex.Right.Chosen - 8)
                .Select(Markup.Encode)
        );

    private static void Addressees(StringBuilder html, OfficialDocument d)
    {
        if (d.Addressees.Count == 1)
            html.Add($"<p class=\"to\">Kính gửi: {Markup.Encode(d.Addressees[0].Trim().TrimEnd('.', ';'))}.</p>\n");
        if (d.Addressees.Count < 2)
            return;
        html.Append("<div class=\"to-many\"><p>Kính gửi:</p><div>\n");
        foreach (var line in OfficialText.Listed(d.Addressees))
            html.Add($"<p>{Markup.Encode(line)}</p>\n");
        html.Append("</div></div>\n");
    }

    public static void End(StringBuilder html, OfficialDocument d)
    {
        html.Append("<footer>\n<div class=\"recipients\">\n");
        if (d.Recipients.Count > 0)
            html.Append("<p class=\"label\">Nơi nhận:</p>\n");
        foreach (var line in OfficialText.Listed(d.Recipients))
            html.Add($"<p>{Markup.Encode(line)}</p>\n");
        html.Append("</div>\n<div class=\"signer\">\n");
        foreach (
            var line in new[] { d.Signature.Authority, d.Signature.InPlaceOf, d.Signature.Title }.Where(l => !string.IsNullOrWhiteSpace(l))
        )
            html.Add($"<p>{Markup.Encode(OfficialText.Upper(line!))}</p>\n");
        html.Append("<div class=\"room\"></div>\n");
        if (d.Signature.OtherTitle is { } other)
            html.Add($"<p>{Markup.Encode(OfficialText.Upper(other))}</p>\n");
        if (!string.IsNullOrWhiteSpace(d.Signature.Name))
            html.Add($"<p>{Markup.Encode(d.Signature.Name.Trim())}</p>\n");
        html.Append("</div>\n</footer>\n");
    }
}
