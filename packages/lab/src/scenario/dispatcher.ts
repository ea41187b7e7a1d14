import type { Pair, Party } from "./party.ts";

/** What a policy sees of the world: the present, never the future. */
export interface City {
  readonly now: number;
  /** The orders waiting, in the order they came. */
  readonly orders: Iterable<Party>;
  /** Joins two for good. */
  join(pair: Pair): void;
}

/** A policy at work. Every decision is a `join`, and stands. */
export interface Dispatcher {
  /** Whether it decides as soon as somebody comes, or holds them. */
  readonly decidesOnArrival: boolean;
  /** Whether there is anything for regular rounds to decide. */
  readonly hasRounds: boolean;
  /** Somebody came; their pairs are known. */
  arrived(party: Party): void;
  /** Now or never for this one: it leaves, or an order has been held as long as may be. */
  lastCall(party: Party): void;
  /** The regular round over everybody. */
  round(): void;
  /** Somebody is gone: joined, or not. */
  gone(party: Party): void;
}
