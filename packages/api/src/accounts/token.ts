import { createHash, randomBytes, randomInt } from "node:crypto";

/** A session's secret: 32 random bytes. The database only ever sees its hash. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored and looked up of a token; null when it cannot be one of ours. */
export function tokenHash(token: string): string | null {
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? createHash("sha256").update(token).digest("hex") : null;
}

/** Six digits. */
export function newCode(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, "0");
}
