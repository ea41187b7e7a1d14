import type { Instant } from "../kernel/instant.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Guard, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";

export type VerificationState = "pending" | "verified" | "refused";

/**
 * The check of a worker's real name, or of a certificate (§9). Documents and numbers lie elsewhere, encrypted. What is handed
 * in again after a refusal is a new check: the old one and its reason stay as they were.
 */
export interface Verification {
  readonly id: string;
  readonly workerId: string;
  readonly kind: "identity" | "certificate" | "proof_of_work";
  readonly categoryId: string | null;
  readonly state: VerificationState;
  readonly submittedAt: Instant;
  readonly decidedAt: Instant | null;
  /** A refusal names the field and asks for a new upload. */
  readonly refusedField: string | null;
  readonly reason: string | null;
  readonly validUntil: Instant | null;
}

export type VerificationCommand =
  | { readonly type: "approve"; readonly validUntil: Instant | null }
  | { readonly type: "refuse"; readonly field: string; readonly reason: string };
export type VerificationRole = "identity_provider" | "admin";

interface Step {
  readonly verification: Verification;
  readonly command: VerificationCommand;
  readonly now: Instant;
}

const namesTheField: Guard<Step> = ({ command }) =>
  command.type === "refuse" && command.field.trim().length > 0 && command.reason.trim().length > 0 ? true : no("reason_missing");

const approve = ({ command, now }: Step): Partial<Verification> => ({
  decidedAt: now,
  refusedField: null,
  reason: null,
  validUntil: command.type === "approve" ? command.validUntil : null,
});
const refuseField = ({ command, now }: Step): Partial<Verification> =>
  command.type === "refuse" ? { decidedAt: now, refusedField: command.field, reason: command.reason } : {};

/** The life of a verification (§9). */
export const verificationLife = {
  approve: {
    on: "approve",
    by: ["identity_provider", "admin"],
    from: ["pending"],
    to: "verified",
    then: [approve],
    about: "The documents are in order: from now on there are offers.",
  },
  refuse: {
    on: "refuse",
    by: ["identity_provider", "admin"],
    from: ["pending"],
    to: "refused",
    if: [namesTheField],
    then: [refuseField],
    about: "Something does not fit: the field is named, and a new upload asked for.",
  },
} as const satisfies Machine<VerificationState, VerificationCommand["type"], VerificationRole, Step, Partial<Verification>>;

/** Applies one command to a verification. Errors: `reason_missing`, `wrong_state`, `not_allowed_to_actor`. */
export function verificationTransition(
  verification: Verification,
  role: VerificationRole,
  command: VerificationCommand,
  now: Instant,
): Result<Verification> {
  const step: Step = { verification, command, now };
  const life: Machine<VerificationState, VerificationCommand["type"], VerificationRole, Step, Partial<Verification>> = verificationLife;
  const found = rowFor(life, { state: verification.state, command: command.type, role, step });
  if (!found.ok) return found;
  const changes = (found.value.row.then ?? []).map((effect) => effect(step));
  return ok(Object.assign({}, verification, ...changes, { state: targetOf(found.value.row, verification.state, step) }));
}
