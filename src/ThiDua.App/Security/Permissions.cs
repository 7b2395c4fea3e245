namespace ThiDua.App.Security;

/// <summary>
/// What a page, an endpoint, an act of a flow or a job asks for, by code. Each is held at a unit and valid for its subtree.
/// </summary>
public static class Permission
{
    /// <summary>To see figures, targets, tasks and units of one's subtree.</summary>
    public const string ViewProgress = "progress.view",
        ViewUnits = "unit.view";

    public const string FillReport = "report.submit",
        ReviewReport = "report.approve",
        ReopenReport = "report.reopen";

    public const string ImportPlan = "campaign.import",
        RunCampaign = "campaign.launch",
        EnterBaseline = "baseline.enter",
        ApproveBaseline = "baseline.approve";

    public const string DoTask = "task.do",
        DirectTask = "task.direct";

    public const string ViewRegister = "register.view",
        FillRegister = "register.fill",
        ConfirmRow = "register.confirm";

    /// <summary>To ask units for what they have not done, and to see whom to call.</summary>
    public const string RemindUnits = "unit.remind";

    public const string ViewPaper = "paper.view",
        IssuePaper = "paper.draft",
        SignPaper = "paper.sign";

    public const string ManageUnits = "unit.manage",
        ManageAccounts = "account.manage",
        ReadActs = "act.read",
        ViewJobs = "job.view";

    /// <summary>Every permission that the system knows; a pack that names another in a flow is refused.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        ViewProgress,
        ViewUnits,
        FillReport,
        ReviewReport,
        ReopenReport,
        ImportPlan,
        RunCampaign,
        EnterBaseline,
        ApproveBaseline,
        DoTask,
        DirectTask,
        ViewRegister,
        FillRegister,
        ConfirmRow,
        RemindUnits,
        ViewPaper,
        IssuePaper,
        SignPaper,
        ManageUnits,
        ManageAccounts,
        ReadActs,
        ViewJobs,
    };
}
