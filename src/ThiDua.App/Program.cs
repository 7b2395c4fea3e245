using System.Globalization;
using ThiDua.App.Cli;

// What a verb says by itself is Vietnamese; a page follows its reader.
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("vi");
return await CommandLine.Build().Parse(args).InvokeAsync();
