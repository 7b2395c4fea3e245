using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ThiDua.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Leading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign");

            migrationBuilder.AddColumn<string>(
                name: "ProvidedBy",
                table: "report",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "Key",
                table: "notice",
                type: "character varying(160)",
                maxLength: 160,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(120)",
                oldMaxLength: 120,
                oldCollation: "C");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Due",
                table: "notice",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<int>(
                name: "FromId",
                table: "notice",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "notice",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "Shelved",
                table: "case",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "From",
                table: "campaign_task_unit",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ParentId",
                table: "campaign_task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanDraftId",
                table: "campaign_task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "campaign_task",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "campaign_task",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "campaign_task",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GroupId",
                table: "campaign_target",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PlanDraftId",
                table: "campaign_target",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReplacesId",
                table: "campaign_target",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "campaign_target",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "campaign_target",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CaseId",
                table: "campaign",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportsFrom",
                table: "campaign",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "estimate",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Indicator = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    RecordId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_estimate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_estimate_act_RecordId",
                        column: x => x.RecordId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_estimate_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "figure_request",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Fields = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    AskedBy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure_request", x => x.Id);
                    table.ForeignKey(
                        name: "FK_figure_request_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_mute",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_mute", x => new { x.AccountId, x.Kind });
                    table.ForeignKey(
                        name: "FK_notice_mute_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "office_contact",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Hours = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_office_contact", x => x.UnitId);
                    table.ForeignKey(
                        name: "FK_office_contact_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Targets = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    Plan = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "task_evidence",
                columns: table => new
                {
                    ItemId = table.Column<int>(type: "integer", nullable: false),
                    RowId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_evidence", x => new { x.ItemId, x.RowId });
                    table.ForeignKey(
                        name: "FK_task_evidence_register_row_RowId",
                        column: x => x.RowId,
                        principalTable: "register_row",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_task_evidence_task_item_ItemId",
                        column: x => x.ItemId,
                        principalTable: "task_item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "figure_answer",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredBy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure_answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_figure_answer_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_figure_answer_figure_request_RequestId",
                        column: x => x.RequestId,
                        principalTable: "figure_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notice_FromId",
                table: "notice",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_ParentId",
                table: "campaign_task",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_PlanDraftId",
                table: "campaign_task",
                column: "PlanDraftId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_GroupId",
                table: "campaign_target",
                column: "GroupId");

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
                name: "IX_estimate_RecordId",
                table: "estimate",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_estimate_UnitId_Year_Indicator",
                table: "estimate",
                columns: new[] { "UnitId", "Year", "Indicator" });

            migrationBuilder.CreateIndex(
                name: "IX_figure_answer_RequestId",
                table: "figure_answer",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_registration_CampaignId_UnitId",
                table: "registration",
                columns: new[] { "CampaignId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_registration_UnitId",
                table: "registration",
                column: "UnitId");

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

            migrationBuilder.CreateIndex(
                name: "IX_task_evidence_RowId",
                table: "task_evidence",
                column: "RowId");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_case_CaseId",
                table: "campaign",
                column: "CaseId",
                principalTable: "case",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_target_campaign_target_GroupId",
                table: "campaign_target",
                column: "GroupId",
                principalTable: "campaign_target",
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
                name: "FK_campaign_task_campaign_task_ParentId",
                table: "campaign_task",
                column: "ParentId",
                principalTable: "campaign_task",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_task_plan_draft_PlanDraftId",
                table: "campaign_task",
                column: "PlanDraftId",
                principalTable: "plan_draft",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_notice_account_FromId",
                table: "notice",
                column: "FromId",
                principalTable: "account",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Lists by the day due have those without one last: the model knows no index of an expression.
            migrationBuilder.Sql(
                "CREATE INDEX \"IX_case_due_last\" ON \"case\" (\"Flow\", \"State\", (\"Due\" IS NULL), \"Due\", \"MovedAt\", \"Id\")"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"IX_case_due_last\"");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_case_CaseId",
                table: "campaign");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_target_campaign_target_GroupId",
                table: "campaign_target");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_target_campaign_target_ReplacesId",
                table: "campaign_target");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_target_plan_draft_PlanDraftId",
                table: "campaign_target");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_task_campaign_task_ParentId",
                table: "campaign_task");

            migrationBuilder.DropForeignKey(
                name: "FK_campaign_task_plan_draft_PlanDraftId",
                table: "campaign_task");

            migrationBuilder.DropForeignKey(
                name: "FK_notice_account_FromId",
                table: "notice");

            migrationBuilder.DropTable(
                name: "estimate");

            migrationBuilder.DropTable(
                name: "figure_answer");

            migrationBuilder.DropTable(
                name: "notice_mute");

            migrationBuilder.DropTable(
                name: "office_contact");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropTable(
                name: "target_assessment");

            migrationBuilder.DropTable(
                name: "task_evidence");

            migrationBuilder.DropTable(
                name: "figure_request");

            migrationBuilder.DropIndex(
                name: "IX_notice_FromId",
                table: "notice");

            migrationBuilder.DropIndex(
                name: "IX_campaign_task_ParentId",
                table: "campaign_task");

            migrationBuilder.DropIndex(
                name: "IX_campaign_task_PlanDraftId",
                table: "campaign_task");

            migrationBuilder.DropIndex(
                name: "IX_campaign_target_GroupId",
                table: "campaign_target");

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
                name: "ProvidedBy",
                table: "report");

            migrationBuilder.DropColumn(
                name: "FromId",
                table: "notice");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "notice");

            migrationBuilder.DropColumn(
                name: "Shelved",
                table: "case");

            migrationBuilder.DropColumn(
                name: "From",
                table: "campaign_task_unit");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "PlanDraftId",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "Search",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "campaign_target");

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

            migrationBuilder.AlterColumn<string>(
                name: "Key",
                table: "notice",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(160)",
                oldMaxLength: 160,
                oldCollation: "C");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Due",
                table: "notice",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign",
                column: "PlanDraftId",
                unique: true);
        }
    }
}
