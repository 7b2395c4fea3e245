using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThiDua.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CampaignLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign");

            migrationBuilder.AddColumn<bool>(
                name: "Shelved",
                table: "case",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "PlanDraftId",
                table: "campaign_task",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "campaign_task",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "campaign_task",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanDraftId",
                table: "campaign_target",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReplacesId",
                table: "campaign_target",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "campaign_target",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "campaign_target",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CaseId",
                table: "campaign",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportsFrom",
                table: "campaign",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Targets = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registration", x => x.Id);
                    table.ForeignKey(
                        name: "FK_registration_campaign_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_registration_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_registration_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_PlanDraftId",
                table: "campaign_task",
                column: "PlanDraftId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_PlanDraftId",
                table: "campaign_target",
                column: "PlanDraftId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_ReplacesId",
                table: "campaign_target",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_CaseId",
                table: "campaign",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign",
                column: "PlanDraftId");

            migrationBuilder.CreateIndex(
                name: "IX_registration_CampaignId_UnitId",
                table: "registration",
                columns: new[] { "CampaignId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registration_UnitId",
                table: "registration",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_case_CaseId",
                table: "campaign",
                column: "CaseId",
                principalTable: "case",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_target_campaign_target_ReplacesId",
                table: "campaign_target",
                column: "ReplacesId",
                principalTable: "campaign_target",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_target_plan_draft_PlanDraftId",
                table: "campaign_target",
                column: "PlanDraftId",
                principalTable: "plan_draft",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_task_plan_draft_PlanDraftId",
                table: "campaign_task",
                column: "PlanDraftId",
                principalTable: "plan_draft",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_campaign_case_CaseId",
                table: "campaign");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_target_campaign_target_ReplacesId",
                table: "campaign_target");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_target_plan_draft_PlanDraftId",
                table: "campaign_target");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_task_plan_draft_PlanDraftId",
                table: "campaign_task");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropIndex(
                name: "IX_campaign_task_PlanDraftId",
                table: "campaign_task");

            migrationBuilder.DropIndex(
                name: "IX_campaign_target_PlanDraftId",
                table: "campaign_target");

            migrationBuilder.DropIndex(
                name: "IX_campaign_target_ReplacesId",
                table: "campaign_target");

            migrationBuilder.DropIndex(
                name: "IX_campaign_CaseId",
                table: "campaign");

            migrationBuilder.DropIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign");

            migrationBuilder.DropColumn(
                name: "Shelved",
                table: "case");

            migrationBuilder.DropColumn(
                name: "PlanDraftId",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "PlanDraftId",
                table: "campaign_target");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "campaign_target");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "campaign_target");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "campaign_target");

            migrationBuilder.DropColumn(
                name: "CaseId",
                table: "campaign");

            migrationBuilder.DropColumn(
                name: "ReportsFrom",
                table: "campaign");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign",
                column: "PlanDraftId",
                unique: true);
        }
    }
}
