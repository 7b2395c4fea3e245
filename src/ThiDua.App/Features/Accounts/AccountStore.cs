using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Features.Accounts;

public sealed class AccountStore(AppDb db) : UserOnlyStore<Account, AppDb, int>(db);
