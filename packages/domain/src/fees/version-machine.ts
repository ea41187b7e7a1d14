import type { Instant } from "../kernel/instant.ts";
import { may, type SmallMachine } from "../machines/advance.ts";
import type { Policy } from "../policy/policy.ts";

export type FeeVersionState = "draft" | "scheduled" | "withdrawn";

/** The life of a version of the fee plans (§4, §10): whether it is in force is a matter of its day, not of its state. */
export const feeVersionMachine = {
  save: { from: ["draft"], to: "stay", about: "The draft's numbers and their reason change." },
  schedule: { from: ["draft"], to: "scheduled", about: "It has a day, announced ahead; from then on new accepts are charged by it." },
  withdraw: { from: ["draft", "scheduled"], to: "withdrawn", about: "It is taken back, as long as it is not in force nor about to be." },
} as const satisfies SmallMachine<FeeVersionState>;

export type FeeVersionStep = keyof typeof feeVersionMachine;

/** Whether its day has come, or is so near that a process may already charge by it. */
function isSettled(effectiveAt: Instant | null, policy: Policy, now: Instant): boolean {
  return effectiveAt !== null && now > effectiveAt - policy.fees.changes.withdrawnBefore;
}

/** What may be done with a version at `now`. */
export function feeVersionSteps(
  { state, effectiveAt }: { readonly state: FeeVersionState; readonly effectiveAt: Instant | null },
  policy: Policy,
  now: Instant,
): readonly FeeVersionStep[] {
  if (isSettled(effectiveAt, policy, now)) return [];
  return (["save", "schedule", "withdraw"] as const).filter((step) => may(feeVersionMachine, state, step));
}
