import type { Instant } from "../kernel/instant.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Guard, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";

export type VerificationState = "submitted" | "approved" | "refused";

/** The check of a worker's real name, or of a certificate (§9). Documents and numbers lie elsewhere, encrypted. */
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
  | { readonly type: "refuse"; readonly field: string; readonly reason: string }
  | { readonly type: "resubmit" };
export type VerificationRole = "worker" | "identity_provider" | "admin";

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
const resubmit = ({ now }: Step): Partial<Verification> => ({ submittedAt: now, decidedAt: null });

/** The life of a verification (§9). */
export const verificationLife = {
  approve: {
    on: "approve",
    by: ["identity_provider", "admin"],
    from: ["submitted"],
    to: "approved",
    then: [approve],
    about: "The documents are in order: from now on there are offers.",
  },
  refuse: {
    on: "refuse",
    by: ["identity_provider", "admin"],
    from: ["submitted"],
    to: "refused",
    if: [namesTheField],
    then: [refuseField],
    about: "Something does not fit: the field is named, and a new upload asked for.",
  },
  resubmit: { on: "resubmit", by: ["worker"], from: ["refused"], to: "submitted", then: [resubmit], about: "The worker has corrected it." },
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
