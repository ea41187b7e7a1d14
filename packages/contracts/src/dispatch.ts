import { z } from "zod";
import { basisPoints, fenOut, id, instant, instantInput, pageInput, pageOf, slug } from "./common.ts";
import { limits } from "./limits.ts";
import { scorePart, scoreView } from "./offers.ts";
import { categoryRef } from "./order-view.ts";

/** `round-order`: one decision about one worker. */
const receiptId = z.string().regex(/^[1-9][0-9]{0,15}-[0-9a-f-]{36}$/);

/** Why a worker was, or was not, offered an order (§6): own parts and rank, never another worker's. */
export const receiptView = z.object({
  id: receiptId,
  orderId: id,
  at: instant,
  category: categoryRef,
  district: z.string().nullable(),
  zone: z.string(),
  /** Null: as soon as possible. */
  startsAt: instant.nullable(),
  /** What it would have brought this worker, at the rates of now; null where it is not theirs to know. */
  netFen: fenOut.nullable(),
  /** The worker's own way to the place in that round; null: remote, or not measured. */
  distanceMetres: z.int().nullable(),
  /** The order's matching round and the wave it was in, from 1; the wave's radius. */
  round: z.int(),
  wave: z.int(),
  waveKm: z.number().nullable(),
  policyVersion: z.string(),
  outcome: z.enum(["offered", "passed_over", "excluded"]),
  /** Why not: an `excluded_…` code of the error catalogue, or `outranked`, `offered_elsewhere`, `holding_offer`, `changed_meanwhile`. */
  reason: z.string().nullable(),
  score: scoreView.nullable(),
  /** How many were ranked. */
  of: z.int().nullable(),
  /** The lowest score that was offered the order in this round, whoever had it; null: nobody was offered it. */
  lineScore: z.int().nullable(),
  /** The smallest single step that would have changed the rank, in its own unit, and the rank it would have led to. */
  improvement: z
    .object({
      part: scorePart,
      points: z.int(),
      unit: z.enum(["certificate", "tags", "metres", "standing", "orders", "percent"]),
      from: z.number().nullable(),
      to: z.number(),
      rank: z.int().nullable(),
    })
    .nullable(),
});

export const myReceiptsInput = pageInput.extend({
  /** `missed`: orders near one that went to others; `offered`: those one was asked for. One line an order. */
  told: z.enum(["missed", "offered"]).default("missed"),
});
export const receiptIdInput = z.object({ receiptId });

/** A receipt as admins read it: whose it is stands on it. */
export const namedReceipt = receiptView.extend({ workerId: id, workerName: z.string() });

export const roundsInput = pageInput.extend({ cityId: slug, withOffers: z.boolean().default(false) });
export const roundRow = z.object({
  id: z.int(),
  at: instant,
  policyVersion: z.string(),
  orders: z.int(),
  workers: z.int(),
  offers: z.int(),
  receipts: z.int(),
  microseconds: z.int(),
  /** Its inputs are kept still: it can be run again. */
  recorded: z.boolean(),
});
export const roundsOutput = pageOf(roundRow);

export const roundIdInput = z.object({ roundId: z.int().min(1) });
const roundOrder = z.object({
  orderId: id,
  category: categoryRef,
  district: z.string().nullable(),
  waitedSeconds: z.int(),
  wave: z.int(),
  offers: z.int(),
  ranked: z.int(),
  excluded: z.int(),
  /** Why no round can place it as it is; null: it can. */
  problem: z.string().nullable(),
});
export const roundView = roundRow.extend({
  cityId: z.string(),
  zone: z.string(),
  /** Run again just now: the same to the byte, another result, or not kept any more. */
  replay: z.enum(["identical", "different", "not_kept"]),
  inputsBytes: z.int().nullable(),
  orderRows: z.array(roundOrder),
});

export const roundReceiptsInput = pageInput.extend({ roundId: z.int().min(1), orderId: id.nullable().default(null) });
export const orderReceiptsInput = z.object({ orderId: id });
export const workerReceiptsInput = pageInput.extend({ workerId: id });
export const namedReceiptsOutput = pageOf(namedReceipt);

const weight = z.number().min(-1_000_000).max(1_000_000);
/** The numbers of dispatch a trial may change; what they may be is judged by the domain's `dispatchProblemsOf`. */
export const dispatchDraft = z.object({
  score: z.object({
    skillTags: weight,
    skillCertified: weight,
    profileTagsMost: weight,
    distance: weight,
    distanceZeroAtKm: weight,
    standing: weight,
    historyPerOrder: weight,
    history: weight,
    activity: weight,
    activityUnknown: weight,
    response: weight,
    responseUnknown: weight,
    profile: weight,
    fairness: weight,
    fairnessUnknown: weight,
    newcomerBelowOrders: weight,
  }),
  urgency: z.object({ age: weight, expiry: weight }),
  waveSize: weight,
  waveRadiiKm: z.array(weight).max(limits.choices).readonly(),
});
export const dispatchInForceOutput = z.object({ version: z.string(), draft: dispatchDraft });

export const dispatchTrialInput = z.object({ draft: dispatchDraft, cityId: slug, from: instantInput, until: instantInput });
const figures = z.object({
  rounds: z.int(),
  offers: z.int(),
  orders: z.int(),
  offered: z.int(),
  fillRate: basisPoints.nullable(),
  meanWaitSeconds: z.int().nullable(),
  meanMetres: z.int().nullable(),
  meanScore: z.int().nullable(),
  workers: z.int(),
  workersChosen: z.int(),
  incomeGini: basisPoints.nullable(),
  byKilometre: z.array(z.int()),
  byWait: z.array(z.int()),
  incomeDeciles: z.array(fenOut),
});
export const dispatchTrialOutput = z.object({
  version: z.string(),
  /** More rounds were recorded: only the latest of the period were run. */
  cut: z.boolean(),
  recordedSince: instant.nullable(),
  current: figures,
  draft: figures,
  /** Orders whose first choice is another: how many, and the first of them. */
  otherChoices: z.int(),
  examples: z.array(
    z.object({
      orderId: id,
      category: categoryRef.nullable(),
      from: z.object({ workerName: z.string(), score: z.int(), metres: z.int() }).nullable(),
      to: z.object({ workerName: z.string(), score: z.int(), metres: z.int() }).nullable(),
    }),
  ),
});

export type ReceiptView = z.infer<typeof receiptView>;
export type MyReceiptsInput = z.input<typeof myReceiptsInput>;
export type NamedReceipt = z.infer<typeof namedReceipt>;
export type RoundsInput = z.input<typeof roundsInput>;
export type RoundRow = z.infer<typeof roundRow>;
export type RoundView = z.infer<typeof roundView>;
export type RoundOrderRow = z.infer<typeof roundOrder>;
export type RoundReceiptsInput = z.input<typeof roundReceiptsInput>;
export type WorkerReceiptsInput = z.infer<typeof workerReceiptsInput>;
export type DispatchTrialInput = z.infer<typeof dispatchTrialInput>;
export type DispatchTrialOutput = z.infer<typeof dispatchTrialOutput>;
