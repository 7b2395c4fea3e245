namespace ThiDua.App.Facts;

/// <summary>
/// Works out figures from others, in the transaction that changed them. The mechanism knows no feature; features that
/// derive figures (targets on each unit) register here.
/// </summary>
public interface IFigureWatcher
{
    /// <param name="changed">Units and indicators whose figures, and with them the totals up to the commune, were just written.</param>
    Task Changed(IReadOnlyCollection<(int UnitId, string Indicator)> changed, CancellationToken cancellationToken);
}
