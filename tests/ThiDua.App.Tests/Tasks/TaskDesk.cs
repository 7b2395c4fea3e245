using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Features.Tasks.Assign;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Tasks;

/// <summary>What tests of tasks do in the same way.</summary>
internal static class TaskDesk
{
    public static Task<int> Begin(this TestSystem system) =>
        system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));

    public static Task<Outcome> Move(
        this TestSystem system,
        TestAccount who,
        string task,
        string act,
        string? reason = null,
        object? content = null
    ) =>
        system.As(
            who,
            s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(task, act, reason, Content: content), CancellationToken.None)
        );

    public static Task<Outcome> Note(this TestSystem system, TestAccount who, string task, string text) =>
        system.As(who, s => s.GetRequiredService<NoteTask>().Handle(new(task, text), CancellationToken.None));

    public static Task<Outcome<AssignedTasks>> Assign(this TestSystem system, TestAccount who, AssignTasksInput input) =>
        system.As(who, s => s.GetRequiredService<AssignTasks>().Handle(input, CancellationToken.None));

    /// <summary>So many tasks of the campaign that nobody leads.</summary>
    /// <returns>What a list ticks for each.</returns>
    public static Task<List<string>> WithoutLead(this TestSystem system, int count, string? every = null) =>
        system.As(
            system.World.OfficeHead,
            async s =>
            {
                var db = s.GetRequiredService<Data.AppDb>();
                var tasks = Enumerable
                    .Range(1, count)
                    .Select(n => new CampaignTask
                    {
                        CampaignId = system.World.CampaignId,
                        Order = 100 + n,
                        Text = $"Việc chung số {n}",
                        Search = $"viec chung so {n}",
                        Every = every,
                    })
                    .ToList();
                db.AddRange(tasks);
                s.GetRequiredService<Viewer>().Record("test.task", "task", "test", null);
                await db.SaveChangesAsync();
                return tasks.ConvertAll(t => TaskLine.Prefix + t.PublicId);
            }
        );

    /// <summary>The case of the police's only task.</summary>
    public static async Task<string> OfPolice(this TestSystem system)
    {
        await system.Begin();
        return await system.Db(db => db.TaskItems.Where(t => t.UnitId == system.World.Police.Id).Select(t => t.Case.PublicId).FirstAsync());
    }

    public static Task<string> StateOf(this TestSystem system, string task) =>
        system.Db(db => db.Cases.Where(c => c.PublicId == task).Select(c => c.State).SingleAsync());
}
