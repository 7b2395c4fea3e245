// The assembly is called thidua, its namespaces ThiDua.App: the localizer needs to be told.
[assembly: Microsoft.Extensions.Localization.RootNamespace("ThiDua.App")]
