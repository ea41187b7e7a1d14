import { quoteWithdrawal, type WithdrawalRequest, withdrawalFee } from "../fees/withdrawal.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import { ok, type Result } from "../kernel/result.ts";
import { type Guard, type Machine, no, rowFor, targetOf } from "../machines/machine.ts";
import type { Intent, JournalEntry, Transfer } from "../order/outcome.ts";
import type { Policy } from "../policy/policy.ts";

export type WithdrawalState = "new" | "requested" | "sent" | "paid" | "failed";

/** Money leaving a worker's wallet. `amountFen` is what leaves it; the payee receives amount − fee (§4). */
export interface Withdrawal {
  readonly id: string;
  readonly workerId: string;
  readonly provider: string;
  readonly accountId: string;
  readonly amountFen: Fen;
  readonly feeFen: Fen;
  readonly state: WithdrawalState;
  readonly requestedAt: Instant;
  readonly settledAt: Instant | null;
  readonly failure: string | null;
}

export type WithdrawalCommand =
  | { readonly type: "request" }
  | { readonly type: "send" }
  | { readonly type: "settle" }
  | { readonly type: "fail"; readonly reason: string };

/** What the wallet knows beside the withdrawal. */
export interface WithdrawalFacts extends Omit<WithdrawalRequest, "amountFen"> {
  readonly accountBound: boolean;
  /** An admin's hold, with its reason, keeps money in the wallet. */
  readonly held: boolean;
}

interface Step {
  readonly withdrawal: Withdrawal;
  readonly command: WithdrawalCommand;
  readonly facts: WithdrawalFacts;
  readonly policy: Policy;
  readonly now: Instant;
}

interface Contribution {
  readonly changes?: Partial<Withdrawal>;
  readonly entry?: Omit<JournalEntry, "key">;
  readonly intents?: readonly Intent[];
}

const accountIsBound: Guard<Step> = ({ facts }) => (facts.accountBound ? true : no("account_not_bound"));
const isNotHeld: Guard<Step> = ({ facts }) => (facts.held ? no("payouts_held") : true);
const passesTheRules: Guard<Step> = ({ withdrawal, facts, policy }) => {
  const quoted = quoteWithdrawal({ ...facts, amountFen: withdrawal.amountFen }, policy);
  return quoted.ok ? true : quoted.error;
};

const positive = (transfers: readonly Transfer[]): readonly Transfer[] => transfers.filter((transfer) => transfer.fen > 0);

/** The wallet gives the whole amount at once: what the payee gets waits at the provider, the fee is the platform's. */
const takeFromWallet = ({ withdrawal }: Step): Contribution => ({
  entry: {
    reason: "withdrawal",
    transfers: positive([
      { from: `worker:${withdrawal.workerId}`, to: `payout:${withdrawal.provider}`, fen: withdrawal.amountFen - withdrawal.feeFen },
      { from: `worker:${withdrawal.workerId}`, to: "withdrawal_fee", fen: withdrawal.feeFen },
    ]),
  },
  intents: [{ kind: "payout", key: `payout:${withdrawal.id}`, withdrawalId: withdrawal.id, fen: withdrawal.amountFen - withdrawal.feeFen }],
});

const leaveTheHouse = ({ withdrawal, now }: Step): Contribution => ({
  changes: { settledAt: now },
  entry: {
    reason: "withdrawal_paid",
    transfers: positive([
      { from: `payout:${withdrawal.provider}`, to: `gateway:${withdrawal.provider}`, fen: withdrawal.amountFen - withdrawal.feeFen },
    ]),
  },
});

/** A failed payout returns the whole amount, fee included (§4). */
const returnToWallet = ({ withdrawal, command, now }: Step): Contribution => ({
  changes: { settledAt: now, failure: command.type === "fail" ? command.reason : null },
  entry: {
    reason: "withdrawal_returned",
    transfers: positive([
      { from: `payout:${withdrawal.provider}`, to: `worker:${withdrawal.workerId}`, fen: withdrawal.amountFen - withdrawal.feeFen },
      { from: "withdrawal_fee", to: `worker:${withdrawal.workerId}`, fen: withdrawal.feeFen },
    ]),
  },
});

/** The life of a withdrawal: intent, provider, result (§4). */
export const withdrawalLife = {
  request: {
    on: "request",
    by: ["worker"],
    from: ["new"],
    to: "requested",
    if: [accountIsBound, isNotHeld, passesTheRules],
    then: [takeFromWallet],
    about: "The worker asks for money: it leaves the wallet at once, the fee was shown first.",
  },
  send: {
    on: "send",
    by: ["payment_provider"],
    from: ["requested", "sent"],
    to: "sent",
    if: [isNotHeld],
    about: "The call to the provider goes out, or out again when it left no trace: not while an admin holds the payouts.",
  },
  settle: {
    on: "settle",
    by: ["payment_provider"],
    from: ["requested", "sent"],
    to: "paid",
    then: [leaveTheHouse],
    about: "The payee has the money.",
  },
  fail: {
    on: "fail",
    by: ["payment_provider"],
    from: ["requested", "sent"],
    to: "failed",
    then: [returnToWallet],
    about: "The payout failed: the whole amount is back in the wallet, fee included.",
  },
} as const satisfies Machine<WithdrawalState, WithdrawalCommand["type"], "worker" | "payment_provider", Step, Contribution>;

/** A withdrawal about to be asked for, with its fee. */
export function newWithdrawal(
  input: Pick<Withdrawal, "id" | "workerId" | "provider" | "accountId" | "amountFen">,
  now: Instant,
  policy: Policy,
): Withdrawal {
  const feeFen = Number.isSafeInteger(input.amountFen) && input.amountFen > 0 ? withdrawalFee(input.amountFen, policy) : 0;
  return { ...input, feeFen, state: "new", requestedAt: now, settledAt: null, failure: null };
}

/** Applies one command to a withdrawal: what it becomes, what is posted, and the call to the provider. Errors: the guards' codes, `wrong_state`. */
export function withdrawalTransition(
  withdrawal: Withdrawal,
  role: "worker" | "payment_provider",
  command: WithdrawalCommand,
  context: { readonly facts: WithdrawalFacts; readonly policy: Policy; readonly now: Instant },
): Result<{ readonly withdrawal: Withdrawal; readonly entries: readonly JournalEntry[]; readonly intents: readonly Intent[] }> {
  const step: Step = { ...context, withdrawal, command };
  const life: Machine<WithdrawalState, WithdrawalCommand["type"], "worker" | "payment_provider", Step, Contribution> = withdrawalLife;
  const found = rowFor(life, { state: withdrawal.state, command: command.type, role, step });
  if (!found.ok) return found;
  const contributions = (found.value.row.then ?? []).map((effect) => effect(step));
  const state = targetOf(found.value.row, withdrawal.state, step);
  return ok({
    withdrawal: Object.assign({}, withdrawal, ...contributions.map((part) => part.changes), { state }),
    entries: contributions.flatMap((part) => (part.entry === undefined ? [] : [{ ...part.entry, key: `withdrawal:${withdrawal.id}:${state}` }])),
    intents: contributions.flatMap((part) => part.intents ?? []),
  });
}
