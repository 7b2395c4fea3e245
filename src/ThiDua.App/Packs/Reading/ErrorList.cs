namespace ThiDua.App.Packs.Reading;

/// <summary>Collects the mistakes of one run; bounded, so that a hostile file cannot fill the memory with messages.</summary>
internal sealed class ErrorList
{
    public const int Most = 1000;
    private readonly List<PackError> _errors = [];

    public IReadOnlyList<PackError> Sorted =>
        [.. _errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column)];

    public bool Any => _errors.Count > 0;

    public void Add(string file, YamlNode? at, string path, LocalText message, LocalText? expected = null) =>
        Add(new PackError(file, at?.Line ?? 0, at?.Column ?? 0, path, message, expected));

    public void Add(PackError error)
    {
        if (_errors.Count < Most)
        {
            _errors.Add(error);
        }
        else if (_errors.Count == Most)
        {
            _errors.Add(
                new PackError(
                    error.File,
                    0,
                    0,
                    "",
                    new($"Còn nhiều lỗi nữa, chỉ nêu {Most} lỗi đầu.", $"There are more mistakes; only the first {Most} are listed."),
                    null
                )
            );
        }
    }
}
