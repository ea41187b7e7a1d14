import type pg from "pg";
import type { Logger } from "pino";
import { type DueLoop, startDueLoop } from "../due-loop.ts";
import { type Connection, findRow, inTransaction } from "../storage/database.ts";
import { expireCheckouts } from "./checkouts.ts";
import { settleDuePayment } from "./pay.ts";
import { settleDuePayout } from "./payouts.ts";
import { settleDueRefund } from "./refunds.ts";

const LONGEST_SLEEP_MS = 1_000;
const ONE_ROUND = 200;
const EXPIRE_AT_ONCE = 100;
const TIDY_EVERY_MS = 60_000;

/** Milliseconds until the next result or expiry is due. */
async function untilNext(connection: Connection): Promise<number> {
  const row = await findRow<{ wait: number | null }>(
    connection,
    `select (extract(epoch from least(
       (select min(settles_at) from payments where state = 'processing'),
       (select min(settles_at) from refunds where state = 'pending'),
       (select min(settles_at) from payouts where state = 'pending'),
       (select min(expires_at) from checkouts where state = 'open')) - now()) * 1000)::bigint as wait`,
    [],
  );
  return row?.wait == null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(1, row.wait));
}

/** Nonces older than the signature's window can no longer be replayed; answers are kept for 30 days. */
async function tidy(pool: pg.Pool): Promise<void> {
  await pool.query("delete from nonces where used_at < now() - interval '15 minutes'");
  await pool.query("delete from answers where created_at < now() - interval '30 days'");
}

/** Gives payments, refunds and payouts their results when they fall due, each in a transaction of its own. */
export function startSettler(pool: pg.Pool, log: Logger, onSettled: () => void): DueLoop {
  let tidiedAt = 0;

  const drain = async (settleOne: (connection: Connection) => Promise<boolean>) => {
    for (let count = 0; count < ONE_ROUND; count += 1) {
      if (!(await inTransaction(pool, settleOne))) return;
      onSettled();
    }
  };

  const round = async () => {
    await drain(settleDuePayment);
    await drain(settleDueRefund);
    await drain(settleDuePayout);
    if ((await inTransaction(pool, (connection) => expireCheckouts(connection, EXPIRE_AT_ONCE))) > 0) onSettled();
    if (Date.now() - tidiedAt > TIDY_EVERY_MS) {
      await tidy(pool);
      tidiedAt = Date.now();
    }
    return untilNext(pool);
  };

  return startDueLoop({ round, onError: (error) => log.error({ err: error }, "settling"), pauseMs: LONGEST_SLEEP_MS });
}
