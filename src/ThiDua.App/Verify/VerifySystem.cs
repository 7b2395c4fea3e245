using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Packs;

namespace ThiDua.App.Verify;

/// <summary>
/// Works out again all that can be worked out, and says where what is kept differs: figures from facts, totals from
/// figures, hashes from contents. Of one state of the database, while the system serves; it mends nothing.
/// </summary>
public sealed class VerifySystem(AppDb db, PackShelf packs, FileStore files)
{
    public Task<VerifyResult> Handle(CancellationToken cancellationToken) =>
        Snapshot.Within(
            db,
            async () =>
            {
                var findings = new Findings(db);
                await new FactCheck(db, findings).Run(cancellationToken);
                await new TotalCheck(db, packs, findings).Run(cancellationToken);
                var acts = new ActCheck(db, findings);
                await acts.Acts(cancellationToken);
                var chain = await acts.Seals(cancellationToken);
                await new FileCheck(db, files, findings).Run(cancellationToken);
                return new VerifyResult(
                    findings.Of("total"),
                    chain,
                    findings.Of("file"),
                    findings.Of("fact"),
                    findings.Of("figure"),
                    findings.Of("act"),
                    findings.First
                );
            },
            cancellationToken
        );
}
