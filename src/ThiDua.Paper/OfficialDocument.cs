namespace ThiDua.Paper;

/// <summary>
/// One administrative document of Decree 30/2020/NĐ-CP, without layout: the writers (<see cref="DocxWriter"/>,
/// <see cref="HtmlWriter"/>) give it the form of Annex I. Texts are written as in a sentence; the writers put in capitals
/// what the Annex wants in capitals. It has no place for a secrecy mark: state secrets stay outside the system.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>The organ directly above ("UBND thành phố Tây Ninh"); null when the issuing organ has none.</summary>
    public string? SuperiorOrgan { get; init; }

    /// <summary>The organ that issues, full official name ("Ủy ban nhân dân xã …"). A line break starts a new line.</summary>
    public required string IssuingOrgan { get; init; }

    /// <summary>Number given at registration, from 1 in each year; null in a draft.</summary>
    public int? Number { get; init; }

    /// <summary>Symbol without the number: <c>KH-UBND</c>; of a letter: organ and drafting unit, <c>UBND-VX</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Name of the administrative unit where the organ sits.</summary>
    public required string Place { get; init; }

    /// <summary>Date of issue; a draft may leave the day, or day and month, blank.</summary>
    public required PaperDate Date { get; init; }

    /// <summary>Name of the document type ("Kế hoạch", "Báo cáo"); null for a letter (công văn), which has none.</summary>
    public string? TypeName { get; init; }

    /// <summary>Trích yếu: what the document is about, in one phrase.</summary>
    public required string Subject { get; init; }

    /// <summary>"Kính gửi": only for a Tờ trình, a report to an organ above, and a letter.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The opening "Căn cứ …" lines, without their closing mark.</summary>
    public IReadOnlyList<RichText> LegalBases { get; init; } = [];
    public IReadOnlyList<Block> Body { get; init; } = [];
    public required SignatureBlock Signature { get; init; }

    /// <summary>"Nơi nhận" without dashes and closing marks; the last is "Lưu: VT, …".</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public Urgency Urgency { get; init; }
    public IReadOnlyList<Appendix> Appendices { get; init; } = [];

    /// <summary>The letter (công văn): no type name, subject under the number.</summary>
    public bool IsLetter => TypeName is null;

    /// <summary>Type and subject in one line: the file's title.</summary>
    public string Title => IsLetter ? "Công văn về việc " + Subject : $"{TypeName} {Subject}";
}

/// <summary>Date of issue as far as it is known.</summary>
public readonly record struct PaperDate(int Year, int? Month = null, int? Day = null)
{
    public static PaperDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);
}

/// <summary>Who signs, and by what power (Annex I, part I, II.7).</summary>
/// <param name="Authority">"TM. Ủy ban nhân dân" (on behalf of a collective); null when the head signs in his own name.</param>
/// <param name="InPlaceOf">"KT. Chủ tịch", "TL. Chủ tịch", "TUQ. Chủ tịch": the head for whom the signer signs; null when the
/// head signs.</param>
/// <param name="Title">The signer's own title: "Chủ tịch", "Phó Chủ tịch".</param>
/// <param name="Name">Family, middle and given name, without degrees; null in a draft.</param>
/// <param name="OtherTitle">The signer's office in the organ, above the name (steering committees that use the organ's seal).</param>
public sealed record SignatureBlock(string? Authority, string? InPlaceOf, string Title, string? Name, string? OtherTitle = null);

/// <summary>Urgency stamp; there is no secrecy stamp on purpose.</summary>
public enum Urgency
{
    None,
    Khan,
    ThuongKhan,
    HoaToc,
}

/// <summary>An appendix: a page of its own, with page numbers of its own.</summary>
/// <param name="Label">Roman number when there are several ("I"); null for the only one.</param>
/// <param name="Landscape">Set across the page, for wide tables.</param>
public sealed record Appendix(string? Label, string? Title, IReadOnlyList<Block> Body, bool Landscape = false);
