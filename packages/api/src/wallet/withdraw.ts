import type { Page, PageInput, PreviewWithdrawalInput, PreviewWithdrawalOutput, WithdrawalView, WithdrawInput } from "@lingong/contracts";
import { type Database, leaveHints, newId, payments, postEntry, type Transaction, type WithdrawalRow, wallet } from "@lingong/db";
import {
  defaultPolicy,
  type Instant,
  localDayOf,
  newWithdrawal,
  quoteWithdrawal,
  type WithdrawalFacts,
  withdrawalFee,
  withdrawalTransition,
} from "@lingong/domain";
import { knownCity } from "../catalog/lookup.ts";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { accountView } from "./accounts.ts";
import { walletHint } from "./payout.ts";

/** How many withdrawals were made on this local day; returned ones do not count. */
export async function madeToday({ services, session }: Signed, db: Database = services.db): Promise<number> {
  const { from } = localDayOf(services.clock.now(), knownCity(session.cityId).zone);
  return wallet.countWithdrawals(db, { workerId: session.userId, since: from, except: ["failed"] });
}

/** What a withdrawal would cost and bring, before it is asked for: the same functions charge it (§4). */
export async function previewWithdrawal(ctx: Signed, { amountFen }: PreviewWithdrawalInput): Promise<PreviewWithdrawalOutput> {
  const { db } = ctx.services;
  const { userId } = ctx.session;
  const [balanceFen, made, hold] = await Promise.all([wallet.findBalance(db, userId), madeToday(ctx), wallet.findHold(db, userId)]);
  const quoted = quoteWithdrawal({ amountFen, balanceFen, madeToday: made, closing: false }, defaultPolicy);
  const feeFen = amountFen > 0 ? withdrawalFee(amountFen, defaultPolicy) : 0;
  return {
    amountFen,
    feeFen,
    arrivesFen: Math.max(0, amountFen - feeFen),
    leftFen: balanceFen - amountFen,
    withdrawalsLeftToday: Math.max(0, defaultPolicy.fees.withdrawalsADay - made),
    problem: hold !== null ? "payouts_held" : quoted.ok ? null : quoted.error.code,
  };
}

/** What the wallet's rules ask for, read under its lock. */
async function factsOf(ctx: Signed, transaction: Transaction, accountId: string): Promise<WithdrawalFacts> {
  const { userId } = ctx.session;
  const account = await wallet.findPayoutAccount(transaction, accountId);
  return {
    accountBound: account !== null && account.workerId === userId && account.removedAt === null,
    held: (await wallet.findHold(transaction, userId)) !== null,
    balanceFen: await wallet.findBalance(transaction, userId),
    madeToday: await madeToday(ctx, transaction),
    closing: false,
  };
}

/** Row, journal entry and the decided call to the provider, with their hints. */
async function keep(transaction: Transaction, decided: Decided, now: Instant): Promise<void> {
  const { withdrawal, entries, intents } = decided;
  const { id, workerId, state, provider, feeFen, amountFen: fen, accountId: payoutAccountId } = withdrawal;
  await wallet.insertWithdrawal(transaction, { id, workerId, payoutAccountId, fen, feeFen, state, provider, createdAt: now });
  for (const entry of entries) await postEntry(transaction, entry, { at: now, orderId: null });
  for (const intent of intents) {
    await payments.insertPayoutIntent(transaction, { key: intent.key, withdrawalId: id, provider, fen: intent.fen, now });
    await leaveHints(transaction, [{ rooms: [], kind: "intent", subjectId: intent.key, version: null, data: null }], now);
  }
  await leaveHints(transaction, [walletHint(withdrawal, state)], now);
}

type Decided = Extract<ReturnType<typeof withdrawalTransition>, { readonly ok: true }>["value"];

/**
 * Asks for money: under the wallet's lock it leaves the wallet, and the call to the provider is decided; a job makes it after
 * the commit. Two at once are counted one after the other.
 */
export async function withdraw(ctx: Signed, input: WithdrawInput): Promise<WithdrawalView> {
  const { services, session } = ctx;
  const { userId: workerId } = session;
  const { accountId, amountFen } = input;
  const request = requestOf(services.secrets, workerId, input.idempotencyKey, { withdraw: { accountId, amountFen } }, null);
  const id = await onlyOnce(services, request, async (transaction) => {
    await wallet.lockWallet(transaction, workerId);
    const now = services.clock.now();
    const facts = await factsOf(ctx, transaction, accountId);
    const asked = newWithdrawal({ id: newId(), workerId, provider: services.payment.name, accountId, amountFen }, now, defaultPolicy);
    const decided = unwrap(withdrawalTransition(asked, "worker", { type: "request" }, { facts, policy: defaultPolicy, now }));
    await keep(transaction, decided, now);
    return decided.withdrawal.id;
  });
  return viewOf(ctx, found(await wallet.findWithdrawal(services.db, id)));
}

async function viewOf({ services }: Signed, row: WithdrawalRow): Promise<WithdrawalView> {
  const account = await wallet.findPayoutAccount(services.db, row.payoutAccountId);
  return {
    id: row.id,
    amountFen: row.fen,
    feeFen: row.feeFen,
    arrivesFen: row.fen - row.feeFen,
    state: stateOf(row.state),
    requestedAt: iso(row.createdAt),
    decidedAt: row.state === "paid" || row.state === "failed" ? iso(row.updatedAt) : null,
    account: account === null ? null : accountView(account),
    failureReason: row.failure,
  };
}

function stateOf(state: string): WithdrawalView["state"] {
  return state === "requested" || state === "sent" || state === "paid" || state === "failed" ? state : fail("internal");
}

export async function listWithdrawals(ctx: Signed, input: PageInput): Promise<Page<WithdrawalView>> {
  const page = await wallet.listWithdrawals(ctx.services.db, { workerId: ctx.session.userId, cursor: input.cursor, limit: input.limit ?? 20 });
  return { items: await Promise.all(page.items.map((row) => viewOf(ctx, row))), nextCursor: page.nextCursor };
}
