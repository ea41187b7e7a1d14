import type { Fen, Instant, Intent, Interval, JournalEntry, Notice, Order, OrderEvent, Outcome, Payment, SideEffect } from "@lingong/domain";
import { rowId } from "../id.ts";
import { eventHash } from "./chain.ts";

/** The idempotency key of a request, and what a repeat is answered. */
export interface CommandRecord {
  /** A user's id, or the name of the machine's own hand. */
  readonly actorId: string;
  readonly key: string;
  /** SHA-256 of the request, 64 hex digits: the same key with another request is refused. */
  readonly requestHash: string;
  readonly result: unknown;
}

/** A hint that something has changed: the clients in `rooms` fetch it again. */
export interface Hint {
  readonly rooms: readonly string[];
  readonly kind: string;
  readonly subjectId: string;
  readonly version: number | null;
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** What the use-case knows beside the outcome. */
export interface SaveContext {
  /** The hash of the event before; `GENESIS_HASH` for the first. */
  readonly previousHash: string;
  /** The order's next timed exit (`dueAt`). */
  readonly deadline: { readonly at: Instant; readonly what: string } | null;
  readonly command: CommandRecord | null;
  /** The calendar versions the decision rested on, by worker: a calendar changed since makes a conflict. */
  readonly calendarVersions?: Readonly<Record<string, number>>;
  /** The exact place, when this step sets it. */
  readonly place?: { readonly lat: number; readonly lng: number; readonly addressCipher: Uint8Array } | null;
}

interface WorkerChange {
  readonly id: string;
  readonly calendarVersion: number | null;
  readonly calendarChanges: boolean;
  readonly completed: number;
  readonly answered: boolean;
}

/** Everything one call of the SQL function `save_order` writes. */
export interface SaveOrder {
  readonly at: Instant;
  readonly command: CommandRecord | null;
  readonly order: {
    readonly cityId: string;
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly customerId: string;
    readonly workerId: string | null;
    readonly categoryId: string;
    readonly mode: string;
    readonly startsAt: Instant | null;
    readonly since: Instant;
    readonly createdAt: Instant;
    readonly endedAt: Instant | null;
    readonly rateFenPerHour: Fen;
    readonly previousHash: string;
    readonly hash: string;
    readonly body: Order;
  };
  readonly event: OrderEvent;
  readonly workers: readonly WorkerChange[];
  readonly commitment: { readonly workerIds: readonly string[]; readonly intervals: readonly Interval[] } | null;
  readonly assignment: {
    readonly id: string | null;
    readonly workerId?: string;
    readonly crew?: readonly string[];
    readonly acceptedAt?: Instant;
  } | null;
  readonly worked: { readonly workerIds: readonly string[]; readonly from: Instant; readonly to: Instant } | null;
  readonly deadline: SaveContext["deadline"];
  readonly entries: readonly {
    readonly key: string;
    readonly reason: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly fen: readonly Fen[];
  }[];
  readonly payments: readonly Payment[];
  readonly matching: { readonly since?: Instant; readonly round?: number; readonly now?: Instant } | null;
  readonly effects: readonly PersistedEffect[];
  readonly intents: readonly Intent[];
  readonly notifications: readonly { readonly userId: string; readonly kind: string; readonly data: Notice["data"] }[];
  readonly outbox: readonly Hint[];
  readonly place: { readonly lat: number; readonly lng: number; readonly addressCipher: string } | null;
}

/** Effects that write rows beside the order; asking for offers is what the row in `matching` says. */
type PersistedEffect = Exclude<SideEffect, { readonly kind: "askForOffers" }>;

/**
 * What each kind of effect writes, in the order it is written: one table for the lot. Reliability comes before the
 * customer's record, whatever order the domain named them in, so that two orders of one pair lock in one order.
 */
const effectRank: Record<SideEffect["kind"], number | null> = {
  /** `offers`: open ones become void, and each worker is told why. */
  voidOffers: 1,
  /** `offers`: this one is accepted; if it is not open, somebody was faster. */
  acceptOffer: 2,
  /** `quotes`: this one is still open at this rate; if it is not, somebody was faster. */
  chooseQuote: 3,
  /** `quotes`: open ones become void, and each worker is told. */
  voidQuotes: 4,
  /** `reliability_events`; a completion also counts in `pairs` and `workers`. */
  recordReliability: 5,
  /** `customer_events` and `customer_statistics`. */
  recordCustomer: 6,
  /** `review_windows`. */
  openReviews: 7,
  /** Nothing of its own: see `matching`. */
  askForOffers: null,
};

function persistedEffects(effects: readonly SideEffect[]): PersistedEffect[] {
  return effects
    .filter((effect): effect is PersistedEffect => effectRank[effect.kind] !== null)
    .sort((a, b) => (effectRank[a.kind] ?? 0) - (effectRank[b.kind] ?? 0));
}

/** The workers whose rows this step changes or whose calendars it was decided on. */
function workerChanges(outcome: Outcome, calendarVersions: Readonly<Record<string, number>>): WorkerChange[] {
  const calendarChanges = new Set(outcome.commitment?.workerIds);
  const answered = outcome.sideEffects.some(({ kind }) => kind === "acceptOffer") ? outcome.order.assignment?.workerId : undefined;
  const completed = new Map<string, number>();
  for (const effect of outcome.sideEffects) {
    if (effect.kind === "recordReliability" && effect.event === "completed") completed.set(effect.workerId, 1);
  }
  const ids = new Set([...Object.keys(calendarVersions), ...calendarChanges, ...completed.keys(), ...(answered === undefined ? [] : [answered])]);
  return [...ids].sort().map((id) => ({
    id,
    calendarVersion: calendarVersions[id] ?? null,
    calendarChanges: calendarChanges.has(id),
    completed: completed.get(id) ?? 0,
    answered: id === answered,
  }));
}

function assignmentChange({ order, event }: Outcome): SaveOrder["assignment"] {
  if (!("assignment" in event.changes)) return null;
  if (order.assignment === null) return { id: null };
  const { id, workerId, crew, acceptedAt } = order.assignment;
  return { id, workerId, crew, acceptedAt };
}

/** Finished work, with the times it really took. */
function workedInterval({ order, event }: Outcome): SaveOrder["worked"] {
  const { service, assignment } = order;
  if (!("service" in event.changes) || assignment === null || service === null || service.finishedAt === null) return null;
  return { workerIds: [...new Set([assignment.workerId, ...assignment.crew])].sort(), from: service.startedAt, to: service.finishedAt };
}

function matchingChange({ order, event }: Outcome): SaveOrder["matching"] {
  if (order.state !== "matching" || order.matching === null) return event.from === "matching" ? {} : null;
  return { since: order.matching.reenteredAt ?? order.matching.paidAt, round: order.matching.round, now: event.at };
}

function entryColumns({ key, reason, transfers }: JournalEntry): SaveOrder["entries"][number] {
  return { key, reason, from: transfers.map(({ from }) => from), to: transfers.map(({ to }) => to), fen: transfers.map(({ fen }) => fen) };
}

const inHall = new Set(["quoting", "matching"]);

/** Who must look again: the order's own room, its people, the admins; the city when the hall has changed. */
function hints({ order, event, notices, intents }: Outcome): Hint[] {
  const subject = { subjectId: order.id, version: order.version };
  const people = [order.customerId, order.assignment?.workerId].filter((id) => id !== undefined).map((id) => `user:${id}`);
  const list: Hint[] = [{ rooms: [`order:${order.id}`, ...people, "admins"], kind: "order", ...subject, data: { state: order.state } }];
  if (inHall.has(order.state) || (event.from !== null && inHall.has(event.from))) {
    list.push({ rooms: [`city:${order.cityId}`], kind: "hall", ...subject, data: null });
  }
  for (const { to, userId } of notices) {
    if (to === "crew" && userId !== null) list.push({ rooms: [`user:${userId}`], kind: "calendar", subjectId: userId, version: null, data: null });
  }
  for (const notice of notices) {
    const room = notice.userId === null ? "admins" : `user:${notice.userId}`;
    list.push({ rooms: [room], kind: "notice", ...subject, data: { notice: notice.kind, ...notice.data } });
  }
  for (const { key } of intents) list.push({ rooms: [], kind: "intent", subjectId: key, version: null, data: null });
  return list;
}

/** Turns what a transition decided into what `save_order` writes. Pure: it decides nothing and asks nobody. */
export function saveOrderInput(outcome: Outcome, context: SaveContext): SaveOrder {
  const { order, event } = outcome;
  const { previousHash, deadline, command, place } = context;
  return {
    at: event.at,
    command: command === null ? null : { ...command, result: command.result ?? null },
    order: {
      cityId: order.cityId,
      id: order.id,
      version: order.version,
      state: order.state,
      customerId: order.customerId,
      workerId: order.assignment?.workerId ?? null,
      categoryId: order.terms.categoryId,
      mode: order.terms.mode,
      startsAt: order.startsAt,
      since: order.since,
      createdAt: order.createdAt,
      endedAt: order.endedAt,
      rateFenPerHour: order.rateFenPerHour,
      previousHash,
      hash: eventHash(previousHash, event),
      body: order,
    },
    event,
    workers: workerChanges(outcome, context.calendarVersions ?? {}),
    commitment: outcome.commitment,
    assignment: assignmentChange(outcome),
    worked: workedInterval(outcome),
    deadline,
    entries: outcome.entries.map(entryColumns),
    payments: "payments" in event.changes ? order.payments.map((payment) => ({ ...payment, id: rowId(payment.id) })) : [],
    matching: matchingChange(outcome),
    effects: persistedEffects(outcome.sideEffects),
    intents: outcome.intents.map((intent) => (intent.kind === "refund" ? { ...intent, paymentId: rowId(intent.paymentId) } : intent)),
    notifications: outcome.notices.flatMap(({ userId, kind, data }) => (userId === null ? [] : [{ userId, kind, data }])),
    outbox: hints(outcome),
    place: place ? { lat: place.lat, lng: place.lng, addressCipher: Buffer.from(place.addressCipher).toString("hex") } : null,
  };
}
