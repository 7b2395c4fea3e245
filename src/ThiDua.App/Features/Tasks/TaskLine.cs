namespace ThiDua.App.Features.Tasks;

/// <summary>One doing of a task by one unit; or a task that nobody does yet, which has no case.</summary>
public sealed record TaskLine
{
    /// <summary>Of the task and, in the lower half, of its doing.</summary>
    public long Key { get; init; }
    public int TaskId { get; init; }
    public string TaskPublicId { get; init; } = "";

    /// <summary>0 for a task that nobody does yet.</summary>
    public int ItemId { get; init; }
    public string? CaseId { get; init; }
    public int CampaignId { get; init; }
    public string CampaignPublicId { get; init; } = "";
    public string Campaign { get; init; } = "";
    public string Pack { get; init; } = "";
    public int Order { get; init; }

    /// <summary>The plan that asks for it, and where it does; 0: it was added by hand.</summary>
    public string Plan { get; init; } = "";
    public int FirstLine { get; init; }
    public string Text { get; init; } = "";
    public int? ParentId { get; init; }
    public string? Parent { get; init; }
    public string Search { get; init; } = "";
    public bool HasLead { get; init; }
    public string? Every { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public int UnitId { get; init; }
    public string UnitPublicId { get; init; } = "";
    public string Unit { get; init; } = "";
    public string UnitKey { get; init; } = "";
    public string UnitSearch { get; init; } = "";
    public string Path { get; init; } = "";
    public string? State { get; init; }
    public string? Reason { get; init; }
    public DateOnly? Due { get; init; }
    public DateOnly? SoonFrom { get; init; }

    /// <summary>When something was last heard of it; read for a page of lines.</summary>
    public DateTimeOffset? Heard { get; init; }
    public bool IsSilent { get; init; }
    public int Files { get; init; }
    public string Supporting { get; init; } = "";

    /// <summary>What a list ticks: the case, or the task where there is none.</summary>
    public string Pick => CaseId ?? $"{Prefix}{TaskPublicId}";

    public const string Prefix = "task-";
}
