using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ThiDua.App.Shared;

namespace ThiDua.App.Data;

/// <summary>The last word on texts, alike on both engines: SQLite would take any length, PostgreSQL would fail.</summary>
internal static class TextGuard
{
    /// <exception cref="InputRefusedException">A text is longer than its column or holds what is no text.</exception>
    public static void Check(EntityEntry entry)
    {
        if (entry.State == EntityState.Deleted)
            return;
        foreach (var property in entry.Metadata.GetProperties())
        {
            if (property.ClrType != typeof(string) || entry.CurrentValues[property] is not string text)
                continue;
            if (property.GetMaxLength() is { } most and > 0 && text.Length > most || !TextRules.IsClean(text))
                throw new InputRefusedException($"{entry.Metadata.ShortName()}.{property.Name}: {text.Length} characters are not taken.");
        }
    }
}
