namespace ThiDua.App.Features.Plans;

/// <summary>
/// Which tasks are parts of another: "Công an xã … làm tốt các việc sau:" and the dashed lines below it. Told by the lines of the
/// plan alone; what is not plain stays without.
/// </summary>
public static class TaskParents
{
    /// <param name="lines">Of the plan's text.</param>
    public static DraftContent Found(DraftContent content, IReadOnlyList<string> lines)
    {
        var parents = new Dictionary<int, DraftTask>();
        (DraftTask Task, char Mark, char? Below)? head = null;
        foreach (
            var task in content.Tasks.Where(t => t.FirstLine > 0 && t.LastLine <= lines.Count).OrderBy(t => t.FirstLine).ThenBy(t => t.Id)
        )
        {
            var mark = Mark(lines[task.FirstLine - 1]);
            if (head is { } open && task.Section == open.Task.Section && mark != open.Mark && mark != ' ' && mark == (open.Below ?? mark))
            {
                parents[task.Id] = open.Task;
                head = open with { Below = mark };
                continue;
            }
            head = lines[task.LastLine - 1].AsSpan().TrimEnd().EndsWith(":") ? (task, mark, null) : null;
        }
        return parents.Count == 0
            ? content
            : content with
            {
                Tasks = [.. content.Tasks.Select(t => Placed(t, parents.GetValueOrDefault(t.Id)))],
            };
    }

    /// <summary>A part that names nobody is its whole's unit's to do.</summary>
    private static DraftTask Placed(DraftTask task, DraftTask? parent) =>
        parent is null ? task
        : task.Lead.Count > 0 ? task with { Parent = parent.Id }
        : task with { Parent = parent.Id, Lead = parent.Lead };

    /// <summary>What a line of a list begins with; a blank for a line of text. Numbers and letters of one list are one mark.</summary>
    private static char Mark(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.Length == 0)
            return ' ';
        if (text[0] is '-' or '–' or '+' or '*' or '•')
            return text[0] == '–' ? '-' : text[0];
        var end = text.IndexOfAny('.', ')');
        return end is 1 or 2 && char.IsDigit(text[0]) ? '1'
            : end == 1 && char.IsLetter(text[0]) ? 'a'
            : ' ';
    }
}
