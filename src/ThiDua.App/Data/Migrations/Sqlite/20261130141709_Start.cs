using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace ThiDua.App.Data.Migrations.Sqlite
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DisabledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PasswordExpires = table.Column<long>(type: "INTEGER", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claim", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_login", x => new { x.LoginProvider, x.ProviderKey });
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_token", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "act",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Verb = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true),
                    FactsHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ApprovalsHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "act_seal",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    ActId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_seal", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplacesId = table.Column<long>(type: "INTEGER", nullable: true),
                    SourceCaseId = table.Column<int>(type: "INTEGER", nullable: true),
                    ActId = table.Column<long>(type: "INTEGER", nullable: false),
                    Approved = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact", x => new { x.HomeId, x.Year, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "fact_approval",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    FactId = table.Column<long>(type: "INTEGER", nullable: false),
                    ActId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_approval", x => new { x.HomeId, x.Year, x.FactId });
                });

            migrationBuilder.CreateTable(
                name: "figure",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodId = table.Column<int>(type: "INTEGER", nullable: false),
                    FactId = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedFactId = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedValue = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figure", x => new { x.HomeId, x.UnitId, x.IndicatorId, x.PeriodId });
                });

            migrationBuilder.CreateTable(
                name: "file",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "id_block",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_id_block", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lease", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "request_key",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_key", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "total",
                columns: table => new
                {
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false),
                    Reported = table.Column<int>(type: "INTEGER", nullable: false),
                    Holding = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedSum = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedReported = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedHolding = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_total", x => new { x.HomeId, x.UnitId, x.IndicatorId, x.PeriodId, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "total_pending",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: false),
                    Sum = table.Column<long>(type: "INTEGER", nullable: false),
                    Reported = table.Column<int>(type: "INTEGER", nullable: false),
                    Holding = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedSum = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedReported = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovedHolding = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_total_pending", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsParent = table.Column<bool>(type: "INTEGER", nullable: false),
                    AboveCommune = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unit_count",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    Ended = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_count", x => new { x.UnitId, x.Kind, x.From });
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Href = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Expires = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedWhy = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
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
                    ActId = table.Column<long>(type: "INTEGER", nullable: false),
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastId = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HomeId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodId = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: true),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true),
                    ActId = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedById = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OwnerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: true),
                    ThumbnailId = table.Column<int>(type: "INTEGER", nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemovedBy = table.Column<int>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Flow = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Pack = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SoonFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    MovedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MovedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Pending = table.Column<int>(type: "INTEGER", nullable: false),
                    Batches = table.Column<int>(type: "INTEGER", nullable: false),
                    Complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    UndoneById = table.Column<long>(type: "INTEGER", nullable: true)
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
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Heads = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    CauseId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Beat = table.Column<long>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: true),
                    Steps = table.Column<int>(type: "INTEGER", nullable: true),
                    ErrorCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Pack = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PredecessorId = table.Column<int>(type: "INTEGER", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ShareFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ShareTo = table.Column<int>(type: "INTEGER", nullable: false),
                    ShareOf = table.Column<int>(type: "INTEGER", nullable: false),
                    ActId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
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
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceText = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ReadJson = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Pack = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LeftToCheck = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Register = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    Comments = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: true),
                    WrittenBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true)
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
                    ImportId = table.Column<int>(type: "INTEGER", nullable: false),
                    JobId = table.Column<int>(type: "INTEGER", nullable: true),
                    Head = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Choice = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Check = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Pack = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanDraftId = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanSymbol = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LaunchedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DraftId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    TakenBack = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    RowId = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Register = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RowId = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    Comments = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: true),
                    ImportId = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Comparator = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Exact = table.Column<bool>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Upper = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Baseline = table.Column<int>(type: "INTEGER", nullable: true),
                    EachKind = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstLine = table.Column<int>(type: "INTEGER", nullable: false),
                    LastLine = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Every = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    FirstLine = table.Column<int>(type: "INTEGER", nullable: false),
                    LastLine = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    Template = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ApprovedOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    ActNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    PeriodId = table.Column<int>(type: "INTEGER", nullable: false),
                    Comments = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Results = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Difficulties = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Proposals = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SubmittedBy = table.Column<int>(type: "INTEGER", nullable: true)
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
                    TargetId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    TaskId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Lead = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    TaskId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true)
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
