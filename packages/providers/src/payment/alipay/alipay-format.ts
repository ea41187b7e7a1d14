import { createHash } from "node:crypto";
import type { Fen, Instant } from "@lingong/domain";

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Our keys as Alipay takes numbers: 64 letters and digits, whatever is in the key, always the same for the same key. */
export function numberOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Yuan with two decimals. */
export function yuanOf(fen: Fen): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}

/** Fen of an amount in yuan, exactly; null for what is none. */
export function fenOf(yuan: unknown): Fen | null {
  const match = typeof yuan === "string" ? /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan) : null;
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? "0").padEnd(2, "0"));
}

/** `2026-03-17 14:00:00`, Beijing time, whatever zone the server is in. */
export function timeOf(at: Instant): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace("T", " ");
}

/** The instant of such a time; null for what is none. */
export function instantOf(time: unknown): Instant | null {
  const at = typeof time === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time) ? Date.parse(`${time.replace(" ", "T")}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at - SHANGHAI_OFFSET_MS;
}
