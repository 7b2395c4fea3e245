using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ThiDua.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Targets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "GroupId",
                table: "campaign_target",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "target_assessment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    TargetId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_target_assessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_target_assessment_campaign_target_TargetId",
                        column: x => x.TargetId,
                        principalTable: "campaign_target",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_target_assessment_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_GroupId",
                table: "campaign_target",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_target_assessment_PublicId",
                table: "target_assessment",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_target_assessment_TargetId_UnitId",
                table: "target_assessment",
                columns: new[] { "TargetId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_target_assessment_UnitId",
                table: "target_assessment",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_target_campaign_target_GroupId",
                table: "campaign_target",
                column: "GroupId",
                principalTable: "campaign_target",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_campaign_target_campaign_target_GroupId",
                table: "campaign_target");

            migrationBuilder.DropTable(
                name: "target_assessment");

            migrationBuilder.DropIndex(
                name: "IX_campaign_target_GroupId",
                table: "campaign_target");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "campaign_target");
        }
    }
}
