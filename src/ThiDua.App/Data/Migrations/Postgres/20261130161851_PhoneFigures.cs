using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ThiDua.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PhoneFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProvidedBy",
                table: "report",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "estimate");

            migrationBuilder.DropTable(
                name: "figure_answer");

            migrationBuilder.DropTable(
                name: "figure_request");

            migrationBuilder.DropColumn(
                name: "ProvidedBy",
                table: "report");
        }
    }
}
