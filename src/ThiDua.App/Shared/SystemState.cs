using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using ThiDua.App.Data;

namespace ThiDua.App.Shared;

/// <summary>What every page needs to know of the whole system; asked of the database once, since it never changes back.</summary>
public sealed class SystemState(AppDb db, SystemState.Known known)
{
    public sealed class Known
    {
        public bool? Sample { get; set; }
        public bool HasUnits { get; set; }
    }

    public async Task<bool> IsSample() =>
        known.Sample ??= (await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Key == Setting.Sample))?.Value == "yes";

    /// <summary>False until the first run created the top unit.</summary>
    public async Task<bool> IsSetUp() => known.HasUnits || (known.HasUnits = await db.Units.AnyAsync());
}
