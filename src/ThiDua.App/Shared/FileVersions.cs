using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace ThiDua.App.Shared;

/// <summary>
/// The hash that stands in the addresses of scripts and styles, so that browsers keep them for a year. They do not change while
/// the program runs: the framework's own provider would watch each, with a handle of the system for every program on a machine.
/// </summary>
public sealed class FileVersions(IWebHostEnvironment host) : IFileVersionProvider
{
    private readonly ConcurrentDictionary<string, string> versions = new(StringComparer.Ordinal);

    public string AddFileVersionToPath(PathString requestPathBase, string path) => versions.GetOrAdd(path, Version);

    private string Version(string path)
    {
        var file = host.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
            return path;
        using var content = file.CreateReadStream();
        return QueryHelpers.AddQueryString(path, "v", WebEncoders.Base64UrlEncode(SHA256.HashData(content)));
    }
}
