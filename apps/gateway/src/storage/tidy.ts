import type pg from "pg";
import { type DueLoop, startDueLoop } from "../due-loop.ts";

const EVERY_MS = 60_000;

/** Forgets what can no longer matter: nonces outside the signature's window, remembered answers after 30 days. */
export function startTidying(pool: pg.Pool, onError: (error: unknown) => void): DueLoop {
  const round = async () => {
    await pool.query("delete from nonces where used_at < now() - interval '15 minutes'");
    await pool.query("delete from answers where created_at < now() - interval '30 days'");
    return EVERY_MS;
  };
  return startDueLoop({ round, onError, pauseMs: EVERY_MS });
}
