import { z } from "zod";
import { fenOut, id, instant, pageInput, pageOf } from "./common.ts";
import { limits } from "./limits.ts";

export const journalRow = z.object({
  id: z.string(),
  at: instant,
  key: z.string(),
  reason: z.string(),
  orderId: id.nullable(),
  transfers: z.array(z.object({ from: z.string(), to: z.string(), fen: fenOut })),
});
export const accountBalance = z.object({ account: z.string(), kind: z.string(), fen: fenOut, accounts: z.int() });
export const trialBalance = z.object({
  at: instant,
  /** Platform accounts one by one; escrows and wallets summed, `accounts` of them. */
  rows: z.array(accountBalance),
  /** Always 0. */
  sumFen: fenOut,
  entries: z.int(),
  transfers: z.int(),
});
export const journalInput = pageInput.extend({
  account: z.string().max(80).optional(),
  orderId: id.optional(),
  reason: z.string().max(limits.slug).optional(),
});
export const journalOutput = pageOf(journalRow);

export type JournalRow = z.infer<typeof journalRow>;
export type AccountBalance = z.infer<typeof accountBalance>;
export type TrialBalance = z.infer<typeof trialBalance>;
export type JournalInput = z.infer<typeof journalInput>;
export type JournalOutput = z.infer<typeof journalOutput>;
