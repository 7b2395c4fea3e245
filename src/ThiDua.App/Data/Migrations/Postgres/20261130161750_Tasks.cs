using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThiDua.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Tasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "campaign_task",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "",
                collation: "C");

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

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_ParentId",
                table: "campaign_task",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_task_evidence_RowId",
                table: "task_evidence",
                column: "RowId");

            migrationBuilder.AddForeignKey(
                name: "FK_campaign_task_campaign_task_ParentId",
                table: "campaign_task",
                column: "ParentId",
                principalTable: "campaign_task",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_campaign_task_campaign_task_ParentId",
                table: "campaign_task");

            migrationBuilder.DropTable(
                name: "task_evidence");

            migrationBuilder.DropIndex(
                name: "IX_campaign_task_ParentId",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "From",
                table: "campaign_task_unit");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "campaign_task");

            migrationBuilder.DropColumn(
                name: "Search",
                table: "campaign_task");
        }
    }
}
