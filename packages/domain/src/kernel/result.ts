import type { ErrorCode } from "./error-codes.ts";

/** What a rule answers when it refuses: a code for people to read in their language, and the facts the sentence needs. */
export interface DomainError {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

export type Result<Value, Failure = DomainError> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function refuse(code: ErrorCode, details?: DomainError["details"]): Result<never> {
  return { ok: false, error: details === undefined ? { code } : { code, details } };
}
