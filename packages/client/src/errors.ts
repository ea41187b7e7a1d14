import type { ErrorData } from "@lingong/contracts";
import { TRPCClientError } from "@trpc/client";

/** The server's refusal inside a failed call, or null where there was none (no network, a proxy's page, a bug). */
export function refusalOf(error: unknown): ErrorData | null {
  if (!(error instanceof TRPCClientError)) return null;
  const domain = (error.data as { domain?: ErrorData | null } | null | undefined)?.domain;
  return domain ?? null;
}

/**
 * Whether nobody knows if the call happened: no answer, or an answer that is not the server's own. Only such a call is
 * repeated by itself, with the same idempotency key; a refusal is final.
 */
export function isUncertain(error: unknown): boolean {
  const refusal = refusalOf(error);
  if (refusal !== null) return refusal.code === "unavailable" || refusal.code === "internal";
  return !(error instanceof TRPCClientError) || error.data === undefined || error.data === null;
}

/** Whether the session is over (or was never there): sign in and come back to the same screen. */
export function isSignedOut(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === "not_signed_in" || code === "session_expired";
}
