import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";

/** The right to act for a city until it runs out. `epoch` grows with each change of holder. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly epoch: number;
}

/**
 * Takes or renews a lease, by the database's own clock; null: somebody else holds it. Renewing keeps the epoch; taking
 * over what has run out raises it, so that a frozen holder's late commit is recognised.
 */
export async function acquireLease(db: Database, wanted: { name: string; holder: string; milliseconds: number }): Promise<Lease | null> {
  const until = sql`clock_timestamp() + make_interval(secs => ${wanted.milliseconds}::double precision / 1000)`;
  const { rows } = await sql<{ epoch: number }>`
    insert into leases as l (name, holder, epoch, until) values (${wanted.name}, ${wanted.holder}, 1, ${until})
    on conflict (name) do update set
      holder = excluded.holder, until = excluded.until,
      epoch = case when l.holder = excluded.holder and l.until > clock_timestamp() then l.epoch else l.epoch + 1 end
    where l.holder = excluded.holder or l.until <= clock_timestamp()
    returning epoch`.execute(db);
  const row = rows[0];
  return row === undefined ? null : { name: wanted.name, holder: wanted.holder, epoch: row.epoch };
}

/** Gives a lease up, so that the next need not wait. */
export async function releaseLease(db: Database, lease: Lease): Promise<void> {
  await sql`update leases set until = clock_timestamp() where name = ${lease.name} and holder = ${lease.holder} and epoch = ${lease.epoch}`.execute(
    db,
  );
}

/** Locks the lease's row to the transaction's end; false when it is no longer this holder's in this epoch, or has run out. */
export async function lockLease(transaction: Transaction, lease: Lease): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select holder = ${lease.holder} and epoch = ${lease.epoch} and until > clock_timestamp() as held
    from leases where name = ${lease.name} for no key update`.execute(transaction);
  return rows[0]?.held === true;
}
