import { z } from "zod";
import { billLine } from "./bill-view.ts";
import { fen, fenOut, id, idempotencyKey, instant, localDay, pageInput, pageOf } from "./common.ts";
import { limits } from "./limits.ts";
import { categoryRef } from "./order-view.ts";

export const payoutAccountView = z.object({
  id,
  kind: z.enum(["bank_card", "e_wallet"]),
  /** 工商银行…; of an e-wallet `alipay` or `wechat`. */
  institution: z.string(),
  numberMasked: z.string(),
  boundAt: instant,
});

/** An admin's hold on payouts; null: none. */
export const payoutHold = z.object({ reason: z.string(), since: instant });

export const walletSummary = z.object({
  /** May be withdrawn now. */
  availableFen: fenOut,
  /** Earned in orders not yet confirmed: what their bills would net. */
  pendingFen: fenOut,
  /** Left the wallet, not yet arrived. */
  inFlightFen: fenOut,
  withdrawalsLeftToday: z.int(),
  hold: payoutHold.nullable(),
  payoutAccounts: z.array(payoutAccountView),
});

/** A calendar month of the worker's city, `2026-03`. */
export const localMonth = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/);

export const statementLine = z.object({
  id: z.string(),
  at: instant,
  reason: z.string(),
  orderId: id.nullable(),
  withdrawalId: id.nullable(),
  /** What it was for; null: no order. */
  order: z.object({ code: z.string(), category: categoryRef, customerName: z.string() }).nullable(),
  /** Positive: into the wallet. */
  fen: fenOut,
  balanceFen: fenOut,
  /** How the same entry was split: what was taken from the customer's money, the platform's share, what went back, a withdrawal's fee. */
  split: z.object({ releasedFen: fenOut, commissionFen: fenOut, refundFen: fenOut, feeFen: fenOut }),
});
export const statementInput = pageInput.extend({ month: localMonth.optional() });
export const statementOutput = pageOf(statementLine);

export const statementMonthInput = z.object({ month: localMonth });
/** One month of the wallet: opening + earned − withdrawn + returned = closing. */
export const statementMonthOutput = z.object({
  zone: z.string(),
  month: localMonth,
  /** The first and the last month there is something to read of. */
  firstMonth: localMonth,
  lastMonth: localMonth,
  openingFen: fenOut,
  earnedFen: fenOut,
  withdrawnFen: fenOut,
  returnedFen: fenOut,
  closingFen: fenOut,
  /** What the platform took of the same orders, already off what was earned. */
  commissionFen: fenOut,
  orders: z.int(),
  lines: z.int(),
});

export const earningsInput = z.object({
  period: z.enum(["day", "week", "month"]),
  /** A local day inside the period. */
  day: localDay,
});

/** One settled order with its split, as the earnings list opens it: what came in this period, by why it came. */
export const earnedOrder = z.object({
  orderId: id,
  at: instant,
  category: categoryRef,
  customerName: z.string(),
  from: instant.nullable(),
  to: instant.nullable(),
  billedMinutes: z.int(),
  rateFenPerHour: fenOut,
  headcount: z.int(),
  lines: z.array(billLine),
  parts: z.array(z.object({ reason: z.string(), fen: fenOut })),
  customerPaysFen: fenOut,
  commissionFen: fenOut,
  commissionRate: z.int(),
  commissionReasons: z.array(z.string()),
  netFen: fenOut,
});

export const earningsOutput = z.object({
  zone: z.string(),
  from: localDay,
  /** The last local day, included. */
  to: localDay,
  netFen: fenOut,
  previousNetFen: fenOut,
  orders: z.int(),
  billedMinutes: z.int(),
  netPerHourFen: fenOut,
  /** Hours of a day, days of a week or month. */
  series: z.array(z.object({ key: z.string(), netFen: fenOut, orders: z.int(), rest: z.boolean() })),
  items: z.array(earnedOrder),
});

export const bindAccountInput = z.object({
  idempotencyKey,
  kind: z.enum(["bank_card", "e_wallet"]),
  /** A bank's name, or the e-wallet: Alipay (`alipay`, 支付宝) or WeChat (`wechat`, 微信). */
  institution: z.string().trim().min(1).max(limits.label),
  /** A card number (16–19 digits, Luhn) or an e-wallet's account. */
  number: z.string().trim().min(4).max(64),
  /** The worker's own verified name: anybody else's account is refused. */
  holderName: z.string().trim().min(2).max(limits.name),
});
export const removeAccountInput = z.object({ accountId: id });

export const previewWithdrawalInput = z.object({ amountFen: fen });
export const previewWithdrawalOutput = z.object({
  amountFen: fenOut,
  feeFen: fenOut,
  arrivesFen: fenOut,
  leftFen: fenOut,
  withdrawalsLeftToday: z.int(),
  problem: z.string().nullable(),
});

export const withdrawInput = z.object({ idempotencyKey, amountFen: fen, accountId: id });
export const withdrawalView = z.object({
  id,
  amountFen: fenOut,
  feeFen: fenOut,
  arrivesFen: fenOut,
  state: z.enum(["requested", "sent", "paid", "failed"]),
  requestedAt: instant,
  decidedAt: instant.nullable(),
  account: payoutAccountView.nullable(),
  failureReason: z.string().nullable(),
});
export const withdrawalsOutput = pageOf(withdrawalView);

/** An admin keeps a worker's money in the wallet, or lets it go again; the worker reads the reason. */
export const setPayoutHoldInput = z.object({ idempotencyKey, userId: id, held: z.boolean(), reason: z.string().trim().min(1).max(limits.reason) });

export type PayoutAccountView = z.infer<typeof payoutAccountView>;
export type WalletSummary = z.infer<typeof walletSummary>;
export type StatementLine = z.infer<typeof statementLine>;
export type StatementOutput = z.infer<typeof statementOutput>;
export type EarningsInput = z.infer<typeof earningsInput>;
export type EarnedOrder = z.infer<typeof earnedOrder>;
export type EarningsOutput = z.infer<typeof earningsOutput>;
export type BindAccountInput = z.infer<typeof bindAccountInput>;
export type RemoveAccountInput = z.infer<typeof removeAccountInput>;
export type PreviewWithdrawalInput = z.infer<typeof previewWithdrawalInput>;
export type PreviewWithdrawalOutput = z.infer<typeof previewWithdrawalOutput>;
export type WithdrawInput = z.infer<typeof withdrawInput>;
export type WithdrawalView = z.infer<typeof withdrawalView>;
export type StatementInput = z.infer<typeof statementInput>;
export type StatementMonthInput = z.infer<typeof statementMonthInput>;
export type StatementMonthOutput = z.infer<typeof statementMonthOutput>;
export type SetPayoutHoldInput = z.infer<typeof setPayoutHoldInput>;
