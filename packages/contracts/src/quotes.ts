import { z } from "zod";
import { priceBand } from "./catalog.ts";
import { details, fen, fenOut, id, idempotencyKey, instant, pageInput, pageOf } from "./common.ts";
import { jobView, placeView } from "./offers.ts";
import { splitView } from "./order-terms.ts";
import { categoryRef } from "./order-view.ts";
import { personCard } from "./people.ts";

/**
 * What has become of a quote: its own state while it may be chosen, then `chosen` (the customer is paying), `won` (its worker has
 * the order), or how it ended.
 */
export const quoteStanding = z.enum(["open", "countered", "agreed", "chosen", "won", "withdrawn", "void"]);

/** Something that would be refused now, with the code that people read. */
const refusal = z.object({ code: z.string(), details: details.nullable() });

/** What both sides of a quote see. */
const quote = {
  id,
  orderId: id,
  standing: quoteStanding,
  /** What the worker asks, fen an hour and head. */
  askFenPerHour: fenOut,
  /** What choosing it now would cost an hour: the ask, or what a counter agreed on. */
  rateFenPerHour: fenOut,
  /** The customer's counter that waits for an answer. */
  counterFenPerHour: fenOut.nullable(),
  countersMade: z.int(),
  countersLeft: z.int(),
  askedAt: instant,
  updatedAt: instant,
};

/** A quote as the customer compares it. The worker's floor is not in it, nor anything it could be told from. */
export const quoteOffer = z.object({
  ...quote,
  /** The least counter that is not refused: 80 % of the ask. */
  leastCounterFen: fenOut,
  /** The whole prepayment when chosen now. */
  totalFen: fenOut,
  worker: personCard,
  certified: z.boolean(),
  /** Of a hundred orders taken, how many ended by the worker's fault; null: too few to say. */
  cancelPercent: z.int().nullable(),
  /** Null: remote, or no position known. */
  distanceMetres: z.int().nullable(),
  travelMinutes: z.int().nullable(),
  actions: z.array(z.enum(["counter", "choose"])),
  /** Why it cannot be chosen now, when it cannot. */
  refused: refusal.nullable(),
});

/** The quotes of one order, cheapest first, with the market they stand in. */
export const quoteBoard = z.object({
  orderId: id,
  closesAt: instant.nullable(),
  /** Workers who were asked to quote. */
  asked: z.int(),
  band: priceBand,
  quotes: z.array(quoteOffer),
});

/** A worker's own quote, floor and take-home included. */
export const ownQuote = z.object({
  ...quote,
  floorFenPerHour: fenOut.nullable(),
  /** At the rate that stands. */
  split: splitView,
  /** At the customer's counter; null: none waits. */
  counterSplit: splitView.nullable(),
  actions: z.array(z.enum(["ask", "agree", "keep", "withdraw"])),
});

/** Everything a worker needs to name a price. Amounts of `job` are at the own ask, else at the market's middle. */
export const quoteJob = z.object({
  job: jobView,
  band: priceBand,
  quoteCount: z.int(),
  closesAt: instant.nullable(),
  leastAskFen: fenOut,
  suggestedAskFen: fenOut,
  /** For those with fewer than five orders: 5–10 % below the median (§7). */
  newcomerHint: z.object({ fromFen: fenOut, toFen: fenOut }).nullable(),
  mine: ownQuote.nullable(),
  /** Why asking would be refused now; null: one may. */
  refused: refusal.nullable(),
});

export const quoteOrderInput = z.object({ orderId: id });
export const previewAskInput = z.object({ orderId: id, askFenPerHour: fen, floorFenPerHour: fen.nullable() });
/** What an ask would bring, before it is sent: the same function charges it. */
export const askPreview = z.object({
  split: splitView,
  /** Taking home at the floor, or at the ask without one. */
  leastNetFen: fenOut,
  leastFloorFen: fenOut,
  problem: refusal.nullable(),
  /** Under 70 % of the median. */
  low: z.boolean(),
  priceWarWarning: z.boolean(),
});

export const askQuoteInput = previewAskInput.extend({ idempotencyKey });
export const counterQuoteInput = z.object({ quoteId: id, idempotencyKey, rateFenPerHour: fen });
export const answerQuoteInput = z.object({ quoteId: id, idempotencyKey, answer: z.enum(["agree", "keep", "withdraw"]) });
/** `rateFenPerHour`: what the customer read; another rate meanwhile is refused. */
export const chooseQuoteInput = z.object({ quoteId: id, idempotencyKey, rateFenPerHour: fen });

/** A line of the worker's own quotes. */
export const quoteLine = z.object({
  quote: ownQuote,
  category: categoryRef,
  zone: z.string(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  place: placeView.nullable(),
  closesAt: instant.nullable(),
});
export const listQuotesInput = pageInput.extend({ filter: z.enum(["open", "all"]).default("all") });
export const listQuotesOutput = pageOf(quoteLine);

export type QuoteStanding = z.infer<typeof quoteStanding>;
export type QuoteOffer = z.infer<typeof quoteOffer>;
export type QuoteBoard = z.infer<typeof quoteBoard>;
export type OwnQuote = z.infer<typeof ownQuote>;
export type QuoteJob = z.infer<typeof quoteJob>;
export type QuoteOrderInput = z.infer<typeof quoteOrderInput>;
export type PreviewAskInput = z.infer<typeof previewAskInput>;
export type AskPreview = z.infer<typeof askPreview>;
export type AskQuoteInput = z.infer<typeof askQuoteInput>;
export type CounterQuoteInput = z.infer<typeof counterQuoteInput>;
export type AnswerQuoteInput = z.infer<typeof answerQuoteInput>;
export type ChooseQuoteInput = z.infer<typeof chooseQuoteInput>;
export type QuoteLine = z.infer<typeof quoteLine>;
export type ListQuotesInput = z.input<typeof listQuotesInput>;
export type ListQuotesOutput = z.infer<typeof listQuotesOutput>;
