using System.Globalization;
using ThiDua.App.Cli;

// What a verb says by itself is Vietnamese; a page follows its reader.
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("vi");
var parsed = CommandLine.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? CommandLine.BadInput : code;
