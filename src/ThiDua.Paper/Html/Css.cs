namespace ThiDua.Paper.Html;

/// <summary>The style sheet: the same sizes and lengths as the Word file, and a narrow layout for telephones.</summary>
internal static class Css
{
    public const string Text = """
        @page { size: A4 portrait; margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); font: 14pt "Times New Roman", Tinos, "Liberation Serif", serif; } @bottom-center { content: none; } }
        @page :first { @top-center { content: none; } }
        @page wide { size: A4 landscape; }
        .official { font: 14pt/1.2 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; background: #fff; max-width: 160mm; margin: 0 auto; padding: 20mm 20mm 20mm 30mm; text-align: justify; overflow-wrap: break-word; }
        .official p { margin: 0 0 6pt; text-indent: 12.7mm; }
        .official header p, .official footer p, .official .to, .official .to-many p, .official .with { margin: 0; text-indent: 0; }
        .official .head { display: grid; grid-template-columns: 65fr 95fr; text-align: center; row-gap: 4pt; }
        .official .superior { font-size: 12pt; }
        .official .organ, .official .nation { font-size: 12pt; font-weight: bold; }
        .official .organ:last-child::after { content: ""; display: block; width: 35%; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
        .official .motto { font-size: 13pt; font-weight: bold; }
        .official .motto span { display: inline-block; border-bottom: 0.75pt solid #000; padding-bottom: 2pt; }
        .official .number { font-size: 13pt; }
        .official .date { font-size: 13pt; font-style: italic; }
        .official .about { font-size: 12pt; margin-top: 6pt; }
        .official .urgency { display: inline-block; margin-top: 6pt; border: 1pt solid #f00; color: #f00; font-size: 13pt; font-weight: bold; padding: 1mm 3mm; }
        .official h1 { font-size: 14pt; text-align: center; margin: 18pt 0 14pt; }
        .official h1::after { content: ""; display: block; width: 25%; margin: 3pt auto 0; border-top: 0.75pt solid #000; }
        .official h2, .official h3, .official h4, .official h5, .official h6 { font-size: 14pt; font-weight: bold; margin: 0 0 6pt; text-indent: 12.7mm; break-after: avoid; }
        .official .centred, .official .appendix .label { text-align: center; text-indent: 0; }
        .official .basis { font-style: italic; }
        .official .to { text-align: center; margin-bottom: 10pt; }
        .official .to-many { display: flex; margin: 0 0 10pt 30mm; }
        .official .to-many > div { padding-top: 1.2em; }
        .official .scroll { overflow-x: auto; margin: 0 0 6pt; }
        .official table { width: 100%; border-collapse: collapse; font-size: 13pt; text-align: left; }
        .official th, .official td { border: 0.5pt solid #000; padding: 2pt 1.2mm; vertical-align: middle; }
        .official th { text-align: center; }
        .official .c { text-align: center; }
        .official .r { text-align: right; font-variant-numeric: tabular-nums; }
        .official tr { break-inside: avoid; }
        .official footer { display: grid; grid-template-columns: 75fr 85fr; margin-top: 6pt; text-align: left; break-inside: avoid; break-before: avoid; }
        .official .recipients p { font-size: 11pt; }
        .official .recipients .label { font-size: 12pt; font-weight: bold; font-style: italic; }
        .official .signer { text-align: center; font-weight: bold; }
        .official .room { height: 78pt; }
        .official .appendix { break-before: page; counter-reset: page 1; }
        .official .wide { page: wide; }
        .official .with { text-align: center; font-style: italic; margin-bottom: 12pt; }
        @media (max-width: 200mm) { .official { padding: 16px; } }
        @media (max-width: 640px) { .official { font-size: 17px; text-align: left; } .official .head, .official footer { grid-template-columns: 1fr; row-gap: 12pt; } .official .to-many { margin-left: 0; } .official p { text-indent: 0; } .official table { font-size: 15px; } .official :is(h2, h3, h4, h5, h6) { text-indent: 0; } .official td:not(.c, .r) { min-width: 9em; } }
        @media print { .official { max-width: none; margin: 0; padding: 0; } .official .scroll { overflow: visible; } }

        """;
}
