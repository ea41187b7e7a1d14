import { z } from "zod";
import { fen, fenOut, id, idempotencyKey, instant, localDay, pageInput, pageOf } from "./common.ts";
import { limits } from "./limits.ts";
import { billLine, categoryRef } from "./order-view.ts";

export const payoutAccountView = z.object({
  id,
  kind: z.enum(["bank_card", "e_wallet"]),
  /** 工商银行, 支付宝… */
  institution: z.string(),
  numberMasked: z.string(),
  boundAt: instant,
});

export const walletSummary = z.object({
  /** May be withdrawn now. */
  availableFen: fenOut,
  /** Earned in orders not yet confirmed: what their bills would net. */
  pendingFen: fenOut,
  /** Left the wallet, not yet arrived. */
  inFlightFen: fenOut,
  withdrawalsLeftToday: z.int(),
  payoutAccounts: z.array(payoutAccountView),
});

export const statementLine = z.object({
  id: z.string(),
  at: instant,
  reason: z.string(),
  orderId: id.nullable(),
  withdrawalId: id.nullable(),
  /** Positive: into the wallet. */
  fen: fenOut,
  balanceFen: fenOut,
});
export const statementInput = pageInput;
export const statementOutput = pageOf(statementLine);

export const earningsInput = z.object({
  period: z.enum(["day", "week", "month"]),
  /** A local day inside the period. */
  day: localDay,
});

/** One settled order with its split, as the earnings list opens it. */
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
  institution: z.string().trim().min(1).max(limits.label),
  /** A card number (16–19 digits, Luhn) or an e-wallet's account. */
  number: z.string().trim().min(4).max(64),
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
