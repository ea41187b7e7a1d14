import { z } from "zod";
import { priceBand } from "./catalog.ts";
import { bilingual, fenOut, id, idempotencyKey, instant, pageInput, pageOf, positionOut, sha256, slug } from "./common.ts";
import { limits } from "./limits.ts";
import { contractView, splitView } from "./order-terms.ts";
import { categoryRef, orderView, termsView } from "./order-view.ts";
import { riskFlag, trustCard } from "./people.ts";

export const offerState = z.enum(["open", "accepted", "declined", "timed_out", "void"]);

/** The eight parts of the score (§6), in the order of the rule book. */
export const scorePart = z.enum(["skill", "distance", "standing", "history", "activity", "response", "profile", "fairness"]);
export const scoreView = z.object({
  parts: z.array(z.object({ part: scorePart, points: z.int(), most: z.int() })),
  total: z.int(),
  rank: z.int().nullable(),
  policyVersion: z.string(),
});

/** Where an order is, before it is accepted: the district and a blurred point. */
export const placeView = z.object({ district: z.string(), position: positionOut, radiusMetres: z.int() });

const jobCard = {
  orderId: id,
  category: categoryRef,
  zone: z.string(),
  /** Null: as soon as possible; `likelyStartsAt` is then what accepting now would set. */
  startsAt: instant.nullable(),
  likelyStartsAt: instant.nullable(),
  endsAt: instant.nullable(),
  bookedMinutes: z.int(),
  headcount: z.int(),
  rateFenPerHour: fenOut,
  netFen: fenOut,
  place: placeView.nullable(),
  /** Null: remote, or no position known. */
  distanceMetres: z.int().nullable(),
  travelMinutes: z.int().nullable(),
  flags: z.array(riskFlag),
  summary: bilingual,
};

export const offerCard = z.object({ id, state: offerState, sentAt: instant, expiresAt: instant, exclusive: z.boolean(), ...jobCard });

/** Everything the worker needs to decide, offered or taken from the hall. */
export const jobView = z.object({
  ...jobCard,
  terms: termsView,
  split: splitView,
  market: z.object({ medianFen: fenOut, samples: z.int(), source: z.enum(["settled", "reference"]) }),
  certified: z.boolean(),
  travelMode: z.enum(["ebike", "car", "transit"]),
  workerPosition: positionOut.nullable(),
  customer: trustCard,
  contract: contractView,
  /** What accepting signs; sent back with accept and take. */
  contractHash: sha256,
  workedTodayMinutes: z.int(),
  /** Third order in a row below 70 % of the median (§7). */
  priceWarWarning: z.boolean(),
});

export const offerView = jobView.extend({
  id,
  state: offerState,
  sentAt: instant,
  expiresAt: instant,
  exclusive: z.boolean(),
  /** Why it ended, when it did: taken, raised, cancelled, expired. */
  endedReason: z.string().nullable(),
  endedAt: instant.nullable(),
  score: scoreView.nullable(),
  missedInARow: z.int(),
});

export const offerIdInput = z.object({ offerId: id });
export const acceptOfferInput = z.object({ offerId: id, idempotencyKey, contractHash: sha256 });
export const declineOfferInput = z.object({ offerId: id, idempotencyKey, reason: z.string().trim().max(limits.reason).optional() });
export const acceptOutput = z.object({ order: orderView, repeated: z.boolean() });

export const hallListInput = pageInput.extend({ sort: z.enum(["time", "distance"]).default("time"), categoryId: slug.optional() });
/** An order of the hall that is open to quotes: nobody takes it, anybody eligible names a price. */
const hallQuoting = z.object({
  band: priceBand,
  quoteCount: z.int(),
  /** Whether one has a quote on it. */
  mine: z.boolean(),
});
export const hallItem = z.object({
  ...jobCard,
  waitingSince: instant,
  leavesHallAt: instant,
  customer: trustCard.pick({ name: true, starsHundredths: true, completedOrders: true, reviewCount: true }),
  /** Null: the price is fixed; `netFen` and `rateFenPerHour` are then what one takes it for. */
  quoting: hallQuoting.nullable(),
});
export const hallListOutput = pageOf(hallItem).extend({ total: z.int() });
export const hallJobInput = z.object({ orderId: id });
export const takeInput = z.object({ orderId: id, idempotencyKey, contractHash: sha256 });

export type OfferStateView = z.infer<typeof offerState>;
export type ScorePart = z.infer<typeof scorePart>;
export type ScoreView = z.infer<typeof scoreView>;
export type PlaceView = z.infer<typeof placeView>;
export type OfferCard = z.infer<typeof offerCard>;
export type JobView = z.infer<typeof jobView>;
export type OfferView = z.infer<typeof offerView>;
export type OfferIdInput = z.infer<typeof offerIdInput>;
export type AcceptOfferInput = z.infer<typeof acceptOfferInput>;
export type DeclineOfferInput = z.infer<typeof declineOfferInput>;
export type AcceptOutput = z.infer<typeof acceptOutput>;
export type HallListInput = z.input<typeof hallListInput>;
export type HallItem = z.infer<typeof hallItem>;
export type HallListOutput = z.infer<typeof hallListOutput>;
export type HallJobInput = z.infer<typeof hallJobInput>;
export type TakeInput = z.infer<typeof takeInput>;
