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
const HELD_PAUSE_MS = 50;

/** Milliseconds until the next result or expiry is due. */
async function untilNext(connection: Connection): Promise<number> {
  const row = await findRow<{ wait: number | null }>(
    connection,
    `select ceil(extract(epoch from least(
       (select min(settles_at) from payments where state = 'processing'),
       (select min(settles_at) from refunds where state = 'pending'),
       (select min(settles_at) from payouts where state = 'pending'),
       (select min(expires_at) from checkouts where state = 'open')) - now()) * 1000)::bigint as wait`,
    [],
  );
  return row?.wait == null ? LONGEST_SLEEP_MS : Math.min(LONGEST_SLEEP_MS, Math.max(0, row.wait));
}

/** Gives payments, refunds and payouts their results when they fall due, each in a transaction of its own. */
export function startSettler(pool: pg.Pool, log: Logger, onSettled: () => void): DueLoop {
  const drain = async (settleOne: (connection: Connection) => Promise<boolean>): Promise<number> => {
    let settled = 0;
    while (settled < ONE_ROUND && (await inTransaction(pool, settleOne))) {
      settled += 1;
      onSettled();
    }
    return settled;
  };

  const round = async () => {
    const wait = await untilNext(pool);
    if (wait > 0) return wait;
    const settled = (await drain(settleDuePayment)) + (await drain(settleDueRefund)) + (await drain(settleDuePayout));
    const expired = await inTransaction(pool, (connection) => expireCheckouts(connection, EXPIRE_AT_ONCE));
    if (expired > 0) onSettled();
    // What is due but held by somebody's click is looked at again in a moment.
    return settled + expired > 0 ? 0 : HELD_PAUSE_MS;
  };

  return startDueLoop({ round, onError: (error) => log.error({ err: error }, "settling"), pauseMs: LONGEST_SLEEP_MS });
}
