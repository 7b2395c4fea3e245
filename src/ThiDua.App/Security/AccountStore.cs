using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Security;

public sealed class AccountStore(AppDb db) : UserOnlyStore<Account, AppDb, int>(db);
