using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThiDua.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RowsThatStand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "household_secret",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    DroppedTo = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_household_secret", x => x.UnitId);
                    table.ForeignKey(
                        name: "FK_household_secret_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "row_household",
                columns: table => new
                {
                    RowId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_row_household", x => new { x.RowId, x.Key });
                    table.ForeignKey(
                        name: "FK_row_household_register_row_RowId",
                        column: x => x.RowId,
                        principalTable: "register_row",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "row_link",
                columns: table => new
                {
                    RowId = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_row_link", x => new { x.RowId, x.Field, x.To });
                    table.ForeignKey(
                        name: "FK_row_link_register_row_RowId",
                        column: x => x.RowId,
                        principalTable: "register_row",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_row_link_To",
                table: "row_link",
                column: "To");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "household_secret");

            migrationBuilder.DropTable(
                name: "row_household");

            migrationBuilder.DropTable(
                name: "row_link");
        }
    }
}
