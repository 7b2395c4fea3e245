namespace ThiDua.App.Packs;

/// <summary>A text of a pack in the two languages of the screens; both are always there.</summary>
public sealed record LocalText(string Vi, string En)
{
    /// <param name="language">A BCP 47 tag; anything but English reads Vietnamese.</param>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Vi;
}
