using System.Globalization;
using System.Text;

namespace ThiDua.Oracle.Tests;

/// <summary>A world and a question to read.</summary>
public static class Show
{
    public static string Of(RawWorld world, RawQuestion question)
    {
        var text = new StringBuilder();
        foreach (var stay in world.Stays)
        {
            Line($"unit {stay.Unit} {stay.Kind} under {stay.Parent} from {stay.From:yyyy-MM-dd} to {stay.To:yyyy-MM-dd}");
        }
        foreach (var one in world.Successions)
        {
            Line($"{one.Day:yyyy-MM-dd} {one.Predecessor} -> {one.Successor} share {one.Share}");
        }
        foreach (var one in world.Carried)
        {
            Line($"carried {one.Indicator} unit {one.Unit} {one.Day:yyyy-MM-dd} = {one.Value}");
        }
        foreach (var one in world.Indicators)
        {
            Line(
                $"{one.Id} {one.Kind} asked [{string.Join(' ', one.Asked)}] starts [{string.Join(' ', one.Starts)}] "
                    + $"schedule [{string.Join(' ', one.Schedule.Parts.Select(part => $"{part.From:yyyy-MM-dd} {part.Step}"))}] "
                    + $"less {one.LessIsBetter} {one.YesNo} part {one.PartOfWhole} territorial [{string.Join(' ', one.Territorial)}]"
            );
        }
        foreach (var fact in world.Facts.OrderBy(fact => (fact.Indicator, fact.Unit, fact.Period.First, fact.Id).ToString()))
        {
            Line(
                $"{fact.Indicator} unit {fact.Unit} {fact.Period} = {fact.Value?.ToString(CultureInfo.InvariantCulture) ?? "none"} "
                    + $"#{fact.Id} replaces {fact.Replaces} approved {fact.Approved} sent {fact.Sent:yyyy-MM-dd}"
            );
        }
        Line($"top {question.Top} {question.Indicator} {question.Span} day {question.Day:yyyy-MM-dd} {question.Basis}");
        Line($"{question.Target}");
        var oracle = new RawOracle(world, question.Day, question.Basis);
        Line($"{oracle.Figure(question.Indicator, question.Top, question.Span)}");
        Line($"{oracle.Judge(question.Target, question.Top)}");
        return text.ToString();

        void Line(string line) => text.AppendLine(line);
    }
}
