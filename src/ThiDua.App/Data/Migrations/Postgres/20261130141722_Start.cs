using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ThiDua.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    FullName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Search = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    DisabledAt = table.Column<long>(type: "bigint", nullable: true),
                    PasswordExpires = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    NormalizedEmail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    PhoneNumber = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claim", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    ProviderKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    ProviderDisplayName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    UserId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_login", x => new { x.LoginProvider, x.ProviderKey });
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_token", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "act",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    UnitId = table.Column<int>(type: "integer", nullable: true),
                    Verb = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    SubjectKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    SubjectId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Detail = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    ImportId = table.Column<int>(type: "integer", nullable: true),
                    FactsHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    ApprovalsHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Transaction = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_current_xact_id()::text)::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "act_seal",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    ActId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_seal", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    IndicatorId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    PeriodId = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: true),
                    ReplacesId = table.Column<long>(type: "bigint", nullable: true),
                    SourceCaseId = table.Column<int>(type: "integer", nullable: true),
                    ActId = table.Column<long>(type: "bigint", nullable: false),
                    Approved = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact", x => new { x.HomeId, x.Year, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "fact_approval",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    FactId = table.Column<long>(type: "bigint", nullable: false),
                    ActId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_approval", x => new { x.HomeId, x.Year, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "figure",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    IndicatorId = table.Column<int>(type: "integer", nullable: false),
                    PeriodId = table.Column<int>(type: "integer", nullable: false),
                    FactId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedFactId = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedValue = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure", x => new { x.HomeId, x.UnitId, x.IndicatorId, x.PeriodId });
                });

            migrationBuilder.CreateTable(
                name: "file",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "id_block",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_id_block", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Owner = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "request_key",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Answer = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_key", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "total",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    IndicatorId = table.Column<int>(type: "integer", nullable: false),
                    PeriodId = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<int>(type: "integer", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    Reported = table.Column<int>(type: "integer", nullable: false),
                    Holding = table.Column<int>(type: "integer", nullable: false),
                    ApprovedSum = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedReported = table.Column<int>(type: "integer", nullable: false),
                    ApprovedHolding = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_total", x => new { x.HomeId, x.UnitId, x.IndicatorId, x.PeriodId, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "total_pending",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    IndicatorId = table.Column<int>(type: "integer", nullable: false),
                    PeriodId = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<int>(type: "integer", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    Reported = table.Column<int>(type: "integer", nullable: false),
                    Holding = table.Column<int>(type: "integer", nullable: false),
                    ApprovedSum = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedReported = table.Column<int>(type: "integer", nullable: false),
                    ApprovedHolding = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_total_pending", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    IsParent = table.Column<bool>(type: "boolean", nullable: false),
                    AboveCommune = table.Column<bool>(type: "boolean", nullable: false),
                    ImportId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unit_count",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Change = table.Column<int>(type: "integer", nullable: false),
                    Ended = table.Column<int>(type: "integer", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_count", x => new { x.UnitId, x.Kind, x.From });
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Href = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ReadAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notice_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Stamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Browser = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    Expires = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedWhy = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_session_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fact_batch",
                columns: table => new
                {
                    ActId = table.Column<long>(type: "bigint", nullable: false),
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    FirstId = table.Column<long>(type: "bigint", nullable: false),
                    LastId = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_batch", x => new { x.ActId, x.HomeId, x.Year });
                    table.ForeignKey(
                        name: "FK_fact_batch_act_ActId",
                        column: x => x.ActId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pending_value",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    HomeId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    IndicatorId = table.Column<int>(type: "integer", nullable: false),
                    PeriodId = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: true),
                    ImportId = table.Column<int>(type: "integer", nullable: true),
                    ActId = table.Column<long>(type: "bigint", nullable: false),
                    EndedById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_value", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pending_value_act_ActId",
                        column: x => x.ActId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    OwnerKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    OwnerKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Field = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FileId = table.Column<int>(type: "integer", nullable: true),
                    ThumbnailId = table.Column<int>(type: "integer", nullable: true),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    AddedBy = table.Column<int>(type: "integer", nullable: true),
                    RemovedAt = table.Column<long>(type: "bigint", nullable: true),
                    RemovedBy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attachment_account_AddedBy",
                        column: x => x.AddedBy,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachment_account_RemovedBy",
                        column: x => x.RemovedBy,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachment_file_FileId",
                        column: x => x.FileId,
                        principalTable: "file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_attachment_file_ThumbnailId",
                        column: x => x.ThumbnailId,
                        principalTable: "file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "account_grant",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_grant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_grant_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_account_grant_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Flow = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Pack = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Search = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    SoonFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    MovedAt = table.Column<long>(type: "bigint", nullable: false),
                    MovedBy = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "counting_start",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counting_start", x => new { x.UnitId, x.From });
                    table.ForeignKey(
                        name: "FK_counting_start_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Of = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    UnitId = table.Column<int>(type: "integer", nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    New = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Pending = table.Column<int>(type: "integer", nullable: false),
                    Batches = table.Column<int>(type: "integer", nullable: false),
                    Complete = table.Column<bool>(type: "boolean", nullable: false),
                    UndoneById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import", x => x.Id);
                    table.ForeignKey(
                        name: "FK_import_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_columns",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Of = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Heads = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Choice = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_columns", x => new { x.UnitId, x.Kind, x.Of, x.Heads });
                    table.ForeignKey(
                        name: "FK_import_columns_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Payload = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    UnitId = table.Column<int>(type: "integer", nullable: true),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    CauseId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RunAt = table.Column<long>(type: "bigint", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Owner = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Beat = table.Column<long>(type: "bigint", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: true),
                    ErrorCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Result = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job", x => x.Id);
                    table.ForeignKey(
                        name: "FK_job_act_CauseId",
                        column: x => x.CauseId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_job_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "own_indicator",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Pack = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Definition = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_indicator", x => x.Id);
                    table.ForeignKey(
                        name: "FK_own_indicator_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    List = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    UnitId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_view", x => x.Id);
                    table.CheckConstraint("CK_saved_view_owner", "(\"AccountId\" IS NULL) <> (\"UnitId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_saved_view_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_saved_view_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_succession",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PredecessorId = table.Column<int>(type: "integer", nullable: false),
                    SuccessorId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    ShareFrom = table.Column<int>(type: "integer", nullable: false),
                    ShareTo = table.Column<int>(type: "integer", nullable: false),
                    ShareOf = table.Column<int>(type: "integer", nullable: false),
                    ActId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_succession", x => x.Id);
                    table.ForeignKey(
                        name: "FK_unit_succession_act_ActId",
                        column: x => x.ActId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_unit_succession_unit_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_unit_succession_unit_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_version",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    ParentId = table.Column<int>(type: "integer", nullable: true),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    SortKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Search = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_unit_version_unit_ParentId",
                        column: x => x.ParentId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_unit_version_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_draft",
                columns: table => new
                {
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_draft", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_case_draft_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_step",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    RecordId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_step", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_step_act_RecordId",
                        column: x => x.RecordId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_step_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_draft",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    SourceText = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    ReadJson = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    Content = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    Pack = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    LeftToCheck = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_draft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_draft_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_plan_draft_file_FileId",
                        column: x => x.FileId,
                        principalTable: "file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_plan_draft_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "register_row",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Register = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false, collation: "C"),
                    Comments = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: true, collation: "C"),
                    WrittenBy = table.Column<int>(type: "integer", nullable: true),
                    ImportId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_row", x => x.Id);
                    table.ForeignKey(
                        name: "FK_register_row_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_register_row_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_draft",
                columns: table => new
                {
                    ImportId = table.Column<int>(type: "integer", nullable: false),
                    JobId = table.Column<int>(type: "integer", nullable: true),
                    Head = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    Choice = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    Check = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_draft", x => x.ImportId);
                    table.ForeignKey(
                        name: "FK_import_draft_import_ImportId",
                        column: x => x.ImportId,
                        principalTable: "import",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_import_draft_job_JobId",
                        column: x => x.JobId,
                        principalTable: "job",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "campaign",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Pack = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    PlanDraftId = table.Column<int>(type: "integer", nullable: false),
                    PlanSymbol = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    LaunchedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign", x => x.Id);
                    table.ForeignKey(
                        name: "FK_campaign_plan_draft_PlanDraftId",
                        column: x => x.PlanDraftId,
                        principalTable: "plan_draft",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_campaign_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_draft_revision",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DraftId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    Change = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true),
                    TakenBack = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_draft_revision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_draft_revision_plan_draft_DraftId",
                        column: x => x.DraftId,
                        principalTable: "plan_draft",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "row_value",
                columns: table => new
                {
                    RowId = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Register = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    SortKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_row_value", x => new { x.RowId, x.Field });
                    table.ForeignKey(
                        name: "FK_row_value_register_row_RowId",
                        column: x => x.RowId,
                        principalTable: "register_row",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "row_version",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RowId = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false, collation: "C"),
                    Comments = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: true, collation: "C"),
                    ImportId = table.Column<int>(type: "integer", nullable: true),
                    RecordId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_row_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_row_version_act_RecordId",
                        column: x => x.RecordId,
                        principalTable: "act",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_row_version_register_row_RowId",
                        column: x => x.RowId,
                        principalTable: "register_row",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "baseline_sheet",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_baseline_sheet", x => x.Id);
                    table.ForeignKey(
                        name: "FK_baseline_sheet_campaign_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_baseline_sheet_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_baseline_sheet_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_target",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Section = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false, collation: "C"),
                    Measure = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Indicator = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Comparator = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Exact = table.Column<bool>(type: "boolean", nullable: false),
                    Value = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Upper = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Unit = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Direction = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Baseline = table.Column<int>(type: "integer", nullable: true),
                    EachKind = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstLine = table.Column<int>(type: "integer", nullable: false),
                    LastLine = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_target", x => x.Id);
                    table.ForeignKey(
                        name: "FK_campaign_target_campaign_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_task",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PublicId = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Section = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false, collation: "C"),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Every = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    FirstLine = table.Column<int>(type: "integer", nullable: false),
                    LastLine = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_task", x => x.Id);
                    table.ForeignKey(
                        name: "FK_campaign_task_campaign_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    Template = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    ApprovedOnly = table.Column<bool>(type: "boolean", nullable: false),
                    ActNumber = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: false),
                    Markdown = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    FileId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_paper_campaign_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_paper_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_paper_file_FileId",
                        column: x => x.FileId,
                        principalTable: "file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    PeriodId = table.Column<int>(type: "integer", nullable: false),
                    Comments = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    Results = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    Difficulties = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    Proposals = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    SubmittedBy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_campaign_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_report_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_report_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_target_unit",
                columns: table => new
                {
                    TargetId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_target_unit", x => new { x.TargetId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_campaign_target_unit_campaign_target_TargetId",
                        column: x => x.TargetId,
                        principalTable: "campaign_target",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_campaign_target_unit_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "campaign_task_unit",
                columns: table => new
                {
                    TaskId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Lead = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_task_unit", x => new { x.TaskId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_campaign_task_unit_campaign_task_TaskId",
                        column: x => x.TaskId,
                        principalTable: "campaign_task",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_campaign_task_unit_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_item",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    TaskId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_item", x => x.Id);
                    table.ForeignKey(
                        name: "FK_task_item_campaign_task_TaskId",
                        column: x => x.TaskId,
                        principalTable: "campaign_task",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_task_item_case_Id",
                        column: x => x.Id,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_task_item_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_note",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ItemId = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_task_note_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "account",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_task_note_task_item_ItemId",
                        column: x => x.ItemId,
                        principalTable: "task_item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "id_block",
                columns: new[] { "Name", "Next" },
                values: new object[,]
                {
                    { "fact", 1L },
                    { "tree", 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_NormalizedUserName",
                table: "account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_PublicId",
                table: "account",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_SortKey",
                table: "account",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_account_grant_AccountId",
                table: "account_grant",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_account_grant_PublicId",
                table: "account_grant",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_grant_UnitId",
                table: "account_grant",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_act_At",
                table: "act",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_act_ImportId",
                table: "act",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_act_SubjectKind_SubjectId",
                table: "act",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_act_Transaction",
                table: "act",
                column: "Transaction");

            migrationBuilder.CreateIndex(
                name: "IX_act_seal_ActId",
                table: "act_seal",
                column: "ActId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attachment_AddedBy",
                table: "attachment",
                column: "AddedBy");

            migrationBuilder.CreateIndex(
                name: "IX_attachment_FileId",
                table: "attachment",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_attachment_OwnerKind_OwnerKey",
                table: "attachment",
                columns: new[] { "OwnerKind", "OwnerKey" });

            migrationBuilder.CreateIndex(
                name: "IX_attachment_PublicId",
                table: "attachment",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attachment_RemovedBy",
                table: "attachment",
                column: "RemovedBy");

            migrationBuilder.CreateIndex(
                name: "IX_attachment_ThumbnailId",
                table: "attachment",
                column: "ThumbnailId");

            migrationBuilder.CreateIndex(
                name: "IX_baseline_sheet_CampaignId_UnitId",
                table: "baseline_sheet",
                columns: new[] { "CampaignId", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_baseline_sheet_UnitId",
                table: "baseline_sheet",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_PlanDraftId",
                table: "campaign",
                column: "PlanDraftId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_PublicId",
                table: "campaign",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_UnitId",
                table: "campaign",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_CampaignId",
                table: "campaign_target",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_PublicId",
                table: "campaign_target",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_target_unit_UnitId",
                table: "campaign_target_unit",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_CampaignId",
                table: "campaign_task",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_PublicId",
                table: "campaign_task",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_task_unit_UnitId",
                table: "campaign_task_unit",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_case_Flow_State_Due",
                table: "case",
                columns: new[] { "Flow", "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_case_Flow_State_MovedAt",
                table: "case",
                columns: new[] { "Flow", "State", "MovedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_Flow_State_SortKey",
                table: "case",
                columns: new[] { "Flow", "State", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_case_PublicId",
                table: "case",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_UnitId_Flow_State",
                table: "case",
                columns: new[] { "UnitId", "Flow", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_case_step_CaseId_Act",
                table: "case_step",
                columns: new[] { "CaseId", "Act" });

            migrationBuilder.CreateIndex(
                name: "IX_case_step_RecordId",
                table: "case_step",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_fact_HomeId_Year_ReplacesId",
                table: "fact",
                columns: new[] { "HomeId", "Year", "ReplacesId" },
                unique: true,
                filter: "\"ReplacesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_fact_approval_ActId",
                table: "fact_approval",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_file_PublicId",
                table: "file",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_AccountId_Id",
                table: "import",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_import_PublicId",
                table: "import",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_import_UnitId",
                table: "import",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_import_draft_JobId",
                table: "import_draft",
                column: "JobId");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_Code",
                table: "indicator",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_CauseId",
                table: "job",
                column: "CauseId");

            migrationBuilder.CreateIndex(
                name: "IX_job_Key",
                table: "job",
                column: "Key",
                unique: true,
                filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_job_PublicId",
                table: "job",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_job_State_Id",
                table: "job",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_job_UnitId",
                table: "job",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_notice_AccountId_Key",
                table: "notice",
                columns: new[] { "AccountId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_AccountId_ReadAt",
                table: "notice",
                columns: new[] { "AccountId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_own_indicator_Code",
                table: "own_indicator",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_own_indicator_UnitId",
                table: "own_indicator",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_paper_CampaignId",
                table: "paper",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_paper_FileId",
                table: "paper",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_pending_value_ActId",
                table: "pending_value",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_pending_value_ImportId",
                table: "pending_value",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_pending_value_UnitId_PeriodId",
                table: "pending_value",
                columns: new[] { "UnitId", "PeriodId" },
                filter: "\"EndedById\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_plan_draft_FileId",
                table: "plan_draft",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_draft_UnitId",
                table: "plan_draft",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_draft_revision_DraftId_Number",
                table: "plan_draft_revision",
                columns: new[] { "DraftId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_register_row_ImportId",
                table: "register_row",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_register_row_Register_Date",
                table: "register_row",
                columns: new[] { "Register", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_register_row_Register_UnitId_Date",
                table: "register_row",
                columns: new[] { "Register", "UnitId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_register_row_UnitId",
                table: "register_row",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_report_CampaignId_UnitId_PeriodId",
                table: "report",
                columns: new[] { "CampaignId", "UnitId", "PeriodId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_UnitId",
                table: "report",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_request_key_At",
                table: "request_key",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_row_value_Register_Field_SortKey_RowId",
                table: "row_value",
                columns: new[] { "Register", "Field", "SortKey", "RowId" });

            migrationBuilder.CreateIndex(
                name: "IX_row_version_ImportId",
                table: "row_version",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_row_version_RecordId",
                table: "row_version",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_row_version_RowId",
                table: "row_version",
                column: "RowId");

            migrationBuilder.CreateIndex(
                name: "IX_saved_view_AccountId_List",
                table: "saved_view",
                columns: new[] { "AccountId", "List" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_view_PublicId",
                table: "saved_view",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_view_UnitId_List",
                table: "saved_view",
                columns: new[] { "UnitId", "List" });

            migrationBuilder.CreateIndex(
                name: "IX_session_AccountId_EndedAt",
                table: "session",
                columns: new[] { "AccountId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_session_Hash",
                table: "session",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_item_TaskId_UnitId_From",
                table: "task_item",
                columns: new[] { "TaskId", "UnitId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_task_item_UnitId",
                table: "task_item",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_task_note_AccountId",
                table: "task_note",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_task_note_ItemId",
                table: "task_note",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_unit_Code",
                table: "unit",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unit_ImportId",
                table: "unit",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_unit_PublicId",
                table: "unit",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_ActId",
                table: "unit_succession",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_PredecessorId",
                table: "unit_succession",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_unit_succession_SuccessorId_PredecessorId",
                table: "unit_succession",
                columns: new[] { "SuccessorId", "PredecessorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_ParentId",
                table: "unit_version",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_Path",
                table: "unit_version",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_unit_version_UnitId_From",
                table: "unit_version",
                columns: new[] { "UnitId", "From" },
                unique: true);
            migrationBuilder.GuardAppendOnly();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_grant");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "act_seal");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "baseline_sheet");

            migrationBuilder.DropTable(
                name: "campaign_target_unit");

            migrationBuilder.DropTable(
                name: "campaign_task_unit");

            migrationBuilder.DropTable(
                name: "case_draft");

            migrationBuilder.DropTable(
                name: "case_step");

            migrationBuilder.DropTable(
                name: "counting_start");

            migrationBuilder.DropTable(
                name: "fact");

            migrationBuilder.DropTable(
                name: "fact_approval");

            migrationBuilder.DropTable(
                name: "fact_batch");

            migrationBuilder.DropTable(
                name: "figure");

            migrationBuilder.DropTable(
                name: "id_block");

            migrationBuilder.DropTable(
                name: "import_columns");

            migrationBuilder.DropTable(
                name: "import_draft");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "lease");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "own_indicator");

            migrationBuilder.DropTable(
                name: "paper");

            migrationBuilder.DropTable(
                name: "pending_value");

            migrationBuilder.DropTable(
                name: "plan_draft_revision");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "request_key");

            migrationBuilder.DropTable(
                name: "row_value");

            migrationBuilder.DropTable(
                name: "row_version");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "task_note");

            migrationBuilder.DropTable(
                name: "total");

            migrationBuilder.DropTable(
                name: "total_pending");

            migrationBuilder.DropTable(
                name: "unit_count");

            migrationBuilder.DropTable(
                name: "unit_succession");

            migrationBuilder.DropTable(
                name: "unit_version");

            migrationBuilder.DropTable(
                name: "campaign_target");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "job");

            migrationBuilder.DropTable(
                name: "register_row");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "task_item");

            migrationBuilder.DropTable(
                name: "act");

            migrationBuilder.DropTable(
                name: "campaign_task");

            migrationBuilder.DropTable(
                name: "campaign");

            migrationBuilder.DropTable(
                name: "plan_draft");

            migrationBuilder.DropTable(
                name: "case");

            migrationBuilder.DropTable(
                name: "file");

            migrationBuilder.DropTable(
                name: "unit");
        }
    }
}
