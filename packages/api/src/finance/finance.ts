import type {
  AccountsInput,
  AccountsOutput,
  DifferenceView,
  EscrowAges,
  Moving,
  ReconcileInput,
  ReconcileOutput,
  ReconciliationsOutput,
  ReconciliationView,
} from "@lingong/contracts";
import { auditLog, type Difference, positions, type Reconciliation, reconciliations, type User, users } from "@lingong/db";
import { DAY, HOUR } from "@lingong/domain";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { bookDay, readStatements, reconcileDay } from "./reconcile.ts";

const shownDays = 31;
const shownMoving = 200;
const shownOldest = 50;
/** Where an age of escrowed money ends and the next begins. */
const ageBounds = [DAY, 3 * DAY, 7 * DAY, 30 * DAY] as const;

/** Escrows or wallets that hold money, the largest first. */
export async function listAccounts({ services }: Signed, input: AccountsInput): Promise<AccountsOutput> {
  const page = await positions.listAccounts(services.db, { kind: input.kind, cursor: input.cursor, limit: input.limit ?? 50 });
  const owners =
    input.kind === "worker"
      ? await users.findMany(
          services.db,
          page.items.map(({ name }) => ownerOf(name)),
        )
      : new Map<string, User>();
  return {
    items: page.items.map(({ name, fen }) => ({ account: name, fen, ownerName: owners.get(ownerOf(name))?.displayName ?? null })),
    nextCursor: page.nextCursor,
  };
}

const ownerOf = (account: string): string => account.slice(account.indexOf(":") + 1);

/** Money in escrow by how long it has lain there, and the escrows that have it longest. */
export async function loadEscrowAges({ services }: Signed): Promise<EscrowAges> {
  const now = services.clock.now();
  const { ages, oldest } = await positions.ageEscrows(services.db, { now, bounds: ageBounds, oldest: shownOldest });
  return {
    at: iso(now),
    ages: [0, ...ageBounds].map((from, bucket) => {
      const until = ageBounds[bucket];
      const found = ages.find((age) => age.bucket === bucket);
      return { fromHours: from / HOUR, untilHours: until === undefined ? null : until / HOUR, orders: found?.orders ?? 0, fen: found?.fen ?? 0 };
    }),
    oldest: oldest.map(({ orderId, fen, since, state }) => ({ orderId, fen, since: iso(since), state })),
  };
}

/** Payouts and refunds on their way to the provider, without its answer, or refused for good. */
export async function listMoving({ services }: Signed): Promise<Moving[]> {
  const rows = await positions.listMoving(services.db, shownMoving);
  const people = await users.findMany(
    services.db,
    rows.flatMap(({ workerId }) => workerId ?? []),
  );
  return rows.map(({ key, kind, fen, state, attempts, orderId, workerId, error, createdAt, updatedAt }) => ({
    key,
    kind,
    fen,
    state,
    attempts,
    orderId,
    worker: workerId === null ? null : { id: workerId, name: people.get(workerId)?.displayName ?? "" },
    error,
    since: iso(createdAt),
    touchedAt: iso(updatedAt),
  }));
}

const differenceView = ({ at, ...difference }: Difference): DifferenceView => ({ ...difference, at: iso(at) });

function reconciliationView(found: Reconciliation, people: ReadonlyMap<string, User>): ReconciliationView {
  const { day, at, byId, complete, lines, matched, differing, totals, differences } = found;
  const byName = byId === null ? null : (people.get(byId)?.displayName ?? "");
  return { day, at: iso(at), byName, complete, lines, matched, differing, totals, differences: differences.map(differenceView) };
}

/** The latest comparison of each day with the payment provider's own statement. */
export async function listReconciliations({ services }: Signed): Promise<ReconciliationsOutput> {
  const { payment, db, clock } = services;
  const days = await reconciliations.listLatest(db, { provider: payment.name, limit: shownDays });
  const people = await users.findMany(
    db,
    days.flatMap(({ byId }) => byId ?? []),
  );
  return { provider: payment.name, today: bookDay(clock.now()), days: days.map((day) => reconciliationView(day, people)) };
}

/**
 * Compares a day with the provider's statement, read anew, when an admin asks. Errors: `unavailable` when the provider does
 * not answer or gives no statement, `invalid_input` for a day to come.
 */
export async function reconcileNow({ services, session }: Signed, input: ReconcileInput): Promise<ReconcileOutput> {
  const { day } = input;
  if (day > bookDay(services.clock.now())) fail("invalid_input", { field: "day" });
  const read = await readStatements(services).catch((error: unknown) => {
    services.logger.warn({ error: error instanceof Error ? error.name : "unknown" }, "the payment provider gave no statement");
    return null;
  });
  if (read === null) fail("unavailable");
  const request = requestOf(services.secrets, session.userId, input.idempotencyKey, { reconcile: { day } }, null);
  return onlyOnce(services, request, async (transaction) => {
    const { differing } = await reconcileDay(services, transaction, { day, byId: session.userId });
    const actor = { actorId: session.userId, actorRole: "admin" };
    const subject = { subjectKind: "statement", subjectId: `${services.payment.name}:${day}` };
    await auditLog.insert(transaction, {
      at: services.clock.now(),
      ...actor,
      action: "money.reconcile",
      ...subject,
      reason: null,
      data: { differing },
    });
    return { done: true, differing } as const;
  });
}
