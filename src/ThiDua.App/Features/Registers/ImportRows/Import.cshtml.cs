using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Imports;
using ThiDua.App.Jobs;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>Rows of a register from a file: the mechanism's page.</summary>
[Needs<Import>(Permission.FillRegister, "id", Optional = true)]
public sealed class ImportRowsModel(
    RegisterQueries registers,
    ImportDesk desk,
    JobDesk jobs,
    IStringLocalizer<ThiDua.App.Imports.Text> words
) : ImportPage(desk, jobs, words)
{
    [FromRoute(Name = "code")]
    public string Register { get; set; } = "";

    public RegisterDefinition Definition => registers.Find(Register)!.Value.Register;
    protected override bool IsThere => registers.Find(Register) is not null;
    protected override string Kind => RowTarget.Code;
    protected override string? Of => Register;
    protected override string Right => Permission.FillRegister;
    public override string Address => $"/registers/{Register}/import";
}
