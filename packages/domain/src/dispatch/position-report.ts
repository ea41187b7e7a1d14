import { cityOf, isWithin } from "../catalog/cities.ts";
import { distanceMetres, isPlausible } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import { HOUR, type Instant } from "../kernel/instant.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";

/** Where a worker was last known to be, and when. */
export interface KnownPosition extends Position {
  readonly at: Instant;
}

/** So far a reading may lie off, or a phone have been in a pocket, before speed is asked about (metres). */
const jumpSlackMetres = 50_000;
/** Nobody on an e-bike, in a car or on a train within a city is faster. */
const fastestMetresPerHour = 300_000;

/**
 * Whether a reported position may be dispatched by: a point on the globe other than (0, 0), not farther from the last one
 * than anybody travels in that time, and within the worker's city (one that the catalogue does not know has no bounds).
 * Errors: `position_invalid`, `position_jumped` (how many km), `position_outside_city` (how many km from its centre).
 */
export function checkPosition(
  reported: Position,
  known: KnownPosition | null,
  { cityId, at }: { readonly cityId: string; readonly at: Instant },
): Result<Position> {
  if (!isPlausible(reported)) return refuse("position_invalid");
  if (known !== null && isPlausible(known)) {
    const metres = distanceMetres(known, reported);
    const possible = jumpSlackMetres + (Math.max(0, at - known.at) / HOUR) * fastestMetresPerHour;
    if (metres > possible) return refuse("position_jumped", { km: Math.round(metres / 1_000) });
  }
  const city = cityOf(cityId);
  if (city === null || isWithin(city, reported)) return ok(reported);
  return refuse("position_outside_city", { km: Math.round(distanceMetres(city.centre, reported) / 1_000) });
}
