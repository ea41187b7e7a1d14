import type { LingongClient } from "@lingong/client";
import type { Position } from "@lingong/domain";
import type { Chance } from "../chance.ts";
import type { Timeline } from "../scenario/timeline.ts";
import type { Tally } from "../storm/tally.ts";
import type { PlannedWorker } from "./plan.ts";
import type { OrderFate } from "./report.ts";

/** Something somebody does when its time has come. */
export type Deed = () => Promise<void>;

/** A worker with a client of their own. */
export interface CityWorker extends PlannedWorker {
  readonly client: LingongClient;
  /** Where their phone has seen them last. */
  place: Position;
  /** Until about then they look for nothing else. */
  busyUntil: number;
}

/** A city being played: `now` is its time, in milliseconds since it woke. */
export interface LivingCity {
  now: number;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly deeds: Timeline<Deed>;
  readonly workers: readonly CityWorker[];
  readonly customers: readonly LingongClient[];
  readonly known: Map<string, KnownOrder>;
}

/** An order that was placed, by whom, and what became of it. */
export interface KnownOrder {
  readonly customer: LingongClient;
  readonly place: Position | null;
  readonly fate: OrderFate;
}
