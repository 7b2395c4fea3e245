namespace ThiDua.App.Packs;

/// <summary>How units of some kinds are spoken to: who is not of one's own line is asked, not directed.</summary>
/// <param name="Asks">States and acts are called by their courteous names (<see cref="FlowAct.Asked"/>).</param>
/// <param name="Button">On the button that reminds.</param>
/// <param name="Remind">What is due; <c>{unit}</c>, <c>{what}</c> and <c>{due}</c> stand in it.</param>
/// <param name="Overdue">What was due.</param>
/// <param name="Undated">What has no day.</param>
public sealed record Manner(string Code, bool Asks, LocalText Button, LocalText Remind, LocalText Overdue, LocalText Undated)
{
    public const string Unit = "{unit}",
        What = "{what}",
        Day = "{due}";

    /// <summary>For kinds of unit that no pack knows, and packs that say nothing.</summary>
    public static readonly Manner Plain = new(
        "plain",
        false,
        new("Nhắc", "Remind"),
        new("Kính đề nghị {unit} hoàn thành {what} chậm nhất hết ngày {due}.", "{unit}: please complete {what} by {due}."),
        new("Kính đề nghị {unit} sớm hoàn thành {what} (hạn ngày {due}).", "{unit}: please complete {what} soon (it was due on {due})."),
        new("Kính đề nghị {unit} quan tâm thực hiện {what}.", "{unit}: please see to {what}.")
    );

    /// <summary>In Vietnamese, whoever reads it: they are the office's own words.</summary>
    public string Words(string unit, string what, DateOnly? due, DateOnly today)
    {
        var said =
            due is not { } day ? Undated
            : day < today ? Overdue
            : Remind;
        var words = said
            .Vi.Replace(Unit, unit, StringComparison.Ordinal)
            .Replace(What, what, StringComparison.Ordinal)
            .Replace(Day, due is { } on ? Shared.Show.InText(on) : "", StringComparison.Ordinal);
        return words.Length <= Notices.Notice.MostWords ? words : words[..(Notices.Notice.MostWords - 1)] + "…";
    }
}
