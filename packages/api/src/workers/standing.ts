import type { StandingView } from "@lingong/contracts";
import { type CachedStanding, reviews, workers } from "@lingong/db";
import {
  type Bilingual,
  defaultPolicy,
  type Instant,
  levelAfter,
  levelName,
  levelOf,
  nextLevel,
  pausedUntil,
  recordOf,
  type Share,
  type Standing,
  standingOf,
  type WorkerRecord,
} from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";

/** What is kept beside a cached standing: the parts, and the counts they rest on. */
interface KeptParts {
  readonly standing: Standing;
  readonly onTime: Share;
  readonly completion: Share;
  readonly streak: number;
  readonly reviews: number;
}

const names: Record<ReturnType<typeof levelName>, Bilingual> = {
  newcomer: { zh: "新手", en: "Newcomer" },
  to_improve: { zh: "待提升", en: "To improve" },
  level_2: { zh: "二级", en: "Level 2" },
  level_3: { zh: "三级", en: "Level 3" },
  level_4: { zh: "四级", en: "Level 4" },
  level_5: { zh: "五级", en: "Level 5" },
};

/** The share of arrivals on time, in percent; null: none yet. */
export function onTimePercentOf(cached: CachedStanding | undefined): number | null {
  const onTime = (cached?.parts as KeptParts | undefined)?.onTime;
  return onTime === undefined || onTime.of === 0 ? null : Math.floor((onTime.good * 100) / onTime.of);
}

/** Fewer orders taken say nothing of how many are given back. */
const cancelSamplesLeast = 5;

/** Of a hundred orders taken, how many ended by the worker's own fault; null: too few to say. */
export function cancelPercentOf(cached: CachedStanding | undefined): number | null {
  const completion = (cached?.parts as KeptParts | undefined)?.completion;
  if (completion === undefined || completion.of < cancelSamplesLeast) return null;
  return Math.ceil(((completion.of - completion.good) * 100) / completion.of);
}

async function loadRecord(services: Services, workerId: string) {
  const [events, received] = await Promise.all([workers.listReliability(services.db, workerId), reviews.listCounted(services.db, workerId)]);
  const counted = events.map((event) => ({ at: event.at, event: event.event, fault: event.fault, excluded: event.excusedAt !== null }));
  const record = recordOf(
    counted,
    received.map((review) => ({ at: review.publishedAt ?? review.createdAt, stars: review.stars, excluded: false })),
  );
  return { events, record };
}

function partsOf(record: WorkerRecord, standing: Standing): KeptParts {
  const { onTime, completion, streak } = record.input;
  return { standing, onTime, completion, streak, reviews: record.input.reviews.length };
}

/**
 * Computes a worker's standing and level anew from what is recorded, and the pause that three faults bring (§5, §8). Called
 * after each counted event; once a day for the levels that fall by time.
 */
export async function refreshStanding(services: Services, workerId: string): Promise<void> {
  const { db } = services;
  const now = services.clock.now();
  const [{ events, record }, cached, worker] = await Promise.all([
    loadRecord(services, workerId),
    workers.findStandings(db, [workerId]),
    workers.findById(db, workerId),
  ]);
  if (worker === null) return;
  const standing = standingOf(record.input, defaultPolicy);
  const held = cached.get(workerId);
  const reached = levelOf(standing.standing, worker.completedOrders, defaultPolicy);
  const level = levelAfter({ level: held?.level ?? 1, belowSince: held?.belowSince ?? null }, reached, now, defaultPolicy);
  await workers.saveStanding(db, workerId, {
    standing: standing.standing,
    level: level.level,
    parts: partsOf(record, standing),
    belowSince: level.belowSince,
    computedAt: now,
  });
  const faults = events.flatMap((event) =>
    event.fault && event.excusedAt === null && (event.event === "withdrawn" || event.event === "no_show")
      ? [{ at: event.at, kind: event.event }]
      : [],
  );
  const until = pausedUntil(faults, now, defaultPolicy);
  if (until !== worker.pausedUntil) await workers.update(db, workerId, { pausedUntil: until });
}

/** Standing with its four terms, what they rest on, the next level's missing steps and the faults of 90 days. */
export async function loadStanding(services: Services, workerId: string): Promise<StandingView> {
  const { db } = services;
  const [{ events, record }, cached, worker] = await Promise.all([
    loadRecord(services, workerId),
    workers.findStandings(db, [workerId]),
    workers.findById(db, workerId),
  ]);
  const standing = standingOf(record.input, defaultPolicy);
  const completedOrders = worker?.completedOrders ?? 0;
  const level = cached.get(workerId)?.level ?? 1;
  const { weights } = defaultPolicy.reputation;
  const next = nextLevel(level, standing.standing, completedOrders, defaultPolicy);
  return {
    standing: standing.standing,
    level,
    levelName: names[levelName(level, completedOrders, defaultPolicy)],
    parts: {
      rating: {
        points: standing.parts.rating,
        most: weights.rating,
        ratingHundredths: Math.floor(standing.rating10000 / 100),
        reviews: record.input.reviews.length,
      },
      onTime: { points: standing.parts.onTime, most: weights.onTime, ...record.input.onTime },
      completion: { points: standing.parts.completion, most: weights.completion, ...record.input.completion },
      streak: { points: standing.parts.streak, most: weights.streak, orders: record.input.streak },
    },
    completedOrders,
    next: next === null ? null : { level: next.level, ordersMissing: next.missingOrders, standingMissing: next.missingStanding },
    faults: recentFaults(events, services.clock.now()),
  };
}

const faultsShown = 90 * 24 * 60 * 60 * 1_000;

function recentFaults(
  events: readonly {
    readonly orderId: string;
    readonly event: string;
    readonly fault: boolean;
    readonly at: Instant;
    readonly excusedAt: Instant | null;
  }[],
  now: Instant,
): StandingView["faults"] {
  return events
    .filter((event) => event.fault && event.excusedAt === null && event.at > now - faultsShown)
    .map((event) => ({ at: iso(event.at), kind: event.event, orderId: event.orderId }));
}
