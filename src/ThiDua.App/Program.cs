using ThiDua.App.Cli;

return await CommandLine.Build().Parse(args).InvokeAsync();
