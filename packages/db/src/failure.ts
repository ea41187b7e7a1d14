import type { DomainError } from "@lingong/domain";

/** What a database error says, as far as it says it. */
interface Said {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly detail?: unknown;
}

/** Who was faster: another change of the order, of the worker's calendar, of the offer, or of the quote. */
export type Conflict = "version" | "calendar" | "offer" | "quote";

function said(error: unknown): Said {
  return typeof error === "object" && error !== null ? error : {};
}

/** The SQLSTATE of a database error; undefined of anything else. */
export function sqlState(error: unknown): string | undefined {
  const { code } = said(error);
  return typeof code === "string" ? code : undefined;
}

/** The name of the constraint an error broke. */
export function brokenConstraint(error: unknown): string | undefined {
  const { constraint } = said(error);
  return typeof constraint === "string" ? constraint : undefined;
}

/** Which race was lost, of an error raised by save_order; null: it is another error. */
export function conflictOf(error: unknown): Conflict | null {
  if (sqlState(error) === "LG002") {
    const { detail } = said(error);
    return detail === "calendar" || detail === "offer" || detail === "quote" ? detail : "version";
  }
  return brokenConstraint(error) === "assignments_one_active" ? "version" : null;
}

/**
 * What an error of the database means to the domain; null: nothing a person could mend.
 * LG001: a kept balance would fall below zero. LG003: an idempotency key came with another request.
 */
export function refusalOf(error: unknown): DomainError | null {
  const account = String(said(error).detail ?? "");
  switch (sqlState(error)) {
    case "LG001":
      return { code: account.startsWith("escrow:") ? "escrow_too_low" : "balance_too_low" };
    case "LG003":
      return { code: "idempotency_key_reused" };
    case "23P01":
      return brokenConstraint(error) === "commitments_never_overlap" ? { code: "excluded_overlapping" } : null;
    case "23514":
      if (brokenConstraint(error) === "balance_not_negative") return { code: "balance_too_low" };
      return brokenConstraint(error) === "transfer_positive" ? { code: "amount_invalid" } : null;
    // NUL characters and lone surrogates: JSON may hold them, PostgreSQL's text may not.
    case "22P05":
    case "22021":
      return { code: "invalid_input" };
    default:
      return null;
  }
}
