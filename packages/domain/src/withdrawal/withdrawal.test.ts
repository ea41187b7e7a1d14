import { expect, test } from "vitest";
import { defaultPolicy } from "../policy/policy.ts";
import { newWithdrawal, type WithdrawalFacts, withdrawalTransition } from "./withdrawal.ts";

const facts: WithdrawalFacts = { balanceFen: 127_611, madeToday: 0, closing: false, accountBound: true, held: false };
const context = { facts, policy: defaultPolicy, now: 1_000 };
const fresh = (amountFen: number) => newWithdrawal({ id: "w1", workerId: "a", provider: "sandbox", accountId: "card", amountFen }, 0, defaultPolicy);

/** The sum a list of entries leaves on the wallet. */
function walletChange(entries: readonly { transfers: readonly { from: string; to: string; fen: number }[] }[]): number {
  return entries
    .flatMap((entry) => entry.transfers)
    .reduce((total, { from, to, fen }) => total + (to === "worker:a" ? fen : 0) - (from === "worker:a" ? fen : 0), 0);
}

test("the fee is inside the amount: the wallet gives it, the payee gets the rest", () => {
  const asked = withdrawalTransition(fresh(127_611), "worker", { type: "request" }, context);
  expect(asked).toMatchObject({
    ok: true,
    value: { withdrawal: { state: "requested", feeFen: 1_276 }, intents: [{ kind: "payout", fen: 126_335 }] },
  });
  if (asked.ok) expect(walletChange(asked.value.entries)).toBe(-127_611);
});

test("a failed payout returns the whole amount, and only once", () => {
  const asked = withdrawalTransition(fresh(10_000), "worker", { type: "request" }, context);
  if (!asked.ok) throw new Error("refused");
  const failed = withdrawalTransition(asked.value.withdrawal, "payment_provider", { type: "fail", reason: "account closed" }, context);
  if (!failed.ok) throw new Error("refused");
  expect(walletChange([...asked.value.entries, ...failed.value.entries])).toBe(0);
  expect(withdrawalTransition(failed.value.withdrawal, "payment_provider", { type: "fail", reason: "again" }, context)).toMatchObject({
    error: { code: "wrong_state" },
  });
});

test("a hold keeps what was asked for from going out, and nothing from coming back", () => {
  const asked = withdrawalTransition(fresh(10_000), "worker", { type: "request" }, context);
  if (!asked.ok) throw new Error("refused");
  const { withdrawal } = asked.value;
  const held = { ...context, facts: { ...facts, held: true } };
  expect(withdrawalTransition(withdrawal, "payment_provider", { type: "send" }, held)).toMatchObject({ error: { code: "payouts_held" } });
  const sent = withdrawalTransition(withdrawal, "payment_provider", { type: "send" }, context);
  if (!sent.ok) throw new Error("refused");
  expect(sent.value).toMatchObject({ withdrawal: { state: "sent" }, entries: [], intents: [] });
  expect(withdrawalTransition(sent.value.withdrawal, "payment_provider", { type: "fail", reason: "closed" }, held)).toMatchObject({ ok: true });
});

test.each([
  [99, facts, "withdrawal_too_small"],
  [0, facts, "amount_invalid"],
  [1.5, facts, "amount_invalid"],
  [2 ** 53, facts, "amount_invalid"],
  [127_612, facts, "balance_too_low"],
  [10_000, { ...facts, madeToday: 3 }, "withdrawal_daily_limit"],
  [10_000, { ...facts, accountBound: false }, "account_not_bound"],
  [10_000, { ...facts, held: true }, "payouts_held"],
] as const)("a withdrawal of %s is refused where it must be", (amountFen, wallet, code) => {
  expect(withdrawalTransition(fresh(amountFen), "worker", { type: "request" }, { ...context, facts: wallet })).toMatchObject({ error: { code } });
});
