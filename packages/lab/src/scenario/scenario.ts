/** A point of the scenario's own plane, or with `metric: "geo"` degrees: x the longitude, y the latitude. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Present from `from` to `to`, both in the file's unit of time; `radius` in its unit of length (geo: km). */
export interface ScenarioWorker {
  readonly id: string;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly radius: number;
  readonly value: number;
  readonly tags: readonly string[];
}

/** Can be joined from `posted` to `expires`; the work then takes `service`. */
export interface ScenarioOrder {
  readonly id: string;
  readonly place: Place;
  readonly posted: number;
  readonly expires: number;
  readonly service: number;
  readonly value: number;
  readonly tags: readonly string[];
}

export type Metric = "euclid" | "geo";

export interface Scenario {
  readonly name: string;
  readonly metric: Metric;
  /** Length per unit of time (geo: km/h); null: travel takes no time. */
  readonly speed: number | null;
  /** Whether a worker is there again after an order, at its place, or takes one order and leaves. */
  readonly returnsToWork: boolean;
  readonly weight: "value" | "score";
  readonly workers: readonly ScenarioWorker[];
  readonly orders: readonly ScenarioOrder[];
}

/** Whether somebody is still there at the very stamp they leave at. */
export type Ends = "inclusive" | "exclusive";

/**
 * What the ends of a file mean. Where most arrivals share their stamp with another the clock counts ticks, and an end names
 * the last tick somebody is there; else stamps are moments, and an end is the moment of leaving.
 */
export function endsOf({ workers, orders }: Scenario): Ends {
  const seen = new Set<number>();
  for (const { from } of workers) seen.add(from);
  for (const { posted } of orders) seen.add(posted);
  return seen.size * 2 <= workers.length + orders.length ? "inclusive" : "exclusive";
}
