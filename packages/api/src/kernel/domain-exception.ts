import type { DomainError, ErrorCode, Result } from "@lingong/domain";

/** A refusal on its way out of a use-case. The only error that procedures throw on purpose. */
export class DomainException extends Error {
  readonly error: DomainError;
  /** The input at fault, as a path: `terms.rateFenPerHour`. */
  readonly field: string | null;

  constructor(error: DomainError, field: string | null = null) {
    super(error.code);
    this.name = "DomainException";
    this.error = error;
    this.field = field;
  }
}

/** Refuses with a code. @throws DomainException always. */
export function fail(code: ErrorCode, details?: DomainError["details"], field: string | null = null): never {
  throw new DomainException(details === undefined ? { code } : { code, details }, field);
}

/** The value of a result, or its refusal thrown. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new DomainException(result.error);
  return result.value;
}

/** A record that must be there: `not_found` when it is not. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) return fail("not_found");
  return value;
}
